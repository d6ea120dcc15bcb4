using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Diagnostics;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>Whether a request is answered in the workspace or on the citizens' pages.</summary>
internal static class FittingFrame
{
    extension(HttpContext request)
    {
        /// <summary>
        /// The pages of the workspace, and for whoever is signed in an address behind which there is none: they are at work, wherever they
        /// mistyped. Asked for as a page; a script that is told 404 needs no frame.
        /// </summary>
        public bool IsAtWork => request.AcceptsInteractiveRouting() || (request.Response.StatusCode == StatusCodes.Status404NotFound
            && request.Features.Get<IStatusCodeReExecuteFeature>() is not null && request.User.Identity is { IsAuthenticated: true }
            && request.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }
}
