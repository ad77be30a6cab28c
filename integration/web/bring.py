"""/bring/<address>: a file that somebody brings to a plan; read at once, and never written down."""

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from integration.errors import IneenError
from integration.i18n.words import words_in
from integration.services.exchange import bringing
from integration.web.caller import OurHost, caller, from_here
from integration.web.small_page import refused, sent_from_elsewhere


def routes(our_host: OurHost) -> list[Route]:
    """The one route by which files come in."""

    async def take(request: Request) -> Response:
        asked, address = caller(request, our_host()), request.path_params["address"]
        if not from_here(request):
            return sent_from_elsewhere(asked.language)
        try:
            # Who may not is told before anything of the file is read.
            await asked.read(bringing.addressed, asked.host, asked.credentials, address)
            async with request.form(max_files=1, max_fields=1) as form:
                file = form.get("file")
                name, data = (file.filename or "", await file.read()) if isinstance(file, UploadFile) else ("", b"")
            code = await asked.read(bringing.bring, asked.host, asked.credentials, address, name, data)
        except IneenError as error:
            return refused(asked.language, words_in(asked.language).error(error))
        return RedirectResponse(f"/import?p={code}", status_code=303)

    return [Route("/bring/{address}", take, methods=["POST"])]
