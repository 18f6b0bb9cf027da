"""Adding reports: files or a pasted text, and what they changed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from bearwitness.web.desk import missing
from bearwitness.web.jobs import SUFFIXES, Jobs, pasted
from bearwitness.web.pages import render
from bearwitness.web.security import Checked, OwnDesk, Recorder

router = APIRouter()


@router.get("/add")
def add_page(request: Request, desk: OwnDesk, visitor: Recorder) -> Response:
    """The form."""
    most = desk.settings.upload // 2**20
    return render(request, "add.html", suffixes=SUFFIXES, most=most)


@router.post("/add")
def add(
    request: Request,
    visitor: Recorder,
    _checked: Checked,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published_at: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
) -> Response:
    """Take reports in; they are read in the background."""
    jobs: Jobs = request.app.state.jobs
    given = [(f.filename or "", f.file.read()) for f in files or [] if f.filename]
    if text.strip():
        about = {"title": title, "publisher": publisher, "published_at": published_at, "url": url}
        given.append(pasted(text, about))
    job = jobs.start(given, visitor.name)
    return RedirectResponse(f"/add/{job.number}", 303)


@router.get("/add/{number}")
def progress(request: Request, visitor: Recorder, number: str) -> Response:
    """How far an upload is, and what it changed."""
    jobs: Jobs = request.app.state.jobs
    job = jobs.get(number)
    if job is None:
        raise missing("such upload")
    template = "job_state.html" if request.headers.get("hx-request") else "job.html"
    return render(request, template, job=job)
