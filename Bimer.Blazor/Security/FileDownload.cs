using Microsoft.Net.Http.Headers;

namespace Bimer.Blazor.Security;

/// <summary>A stranger's file handed out: always saved, never shown by the browser in our name, never kept by any cache.</summary>
public sealed class FileDownload(Stream content, string contentType, string name) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var stream = content;
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        httpContext.Response.ContentType = contentType;
        if (stream.CanSeek) httpContext.Response.ContentLength = stream.Length;
        await stream.CopyToAsync(httpContext.Response.Body, httpContext.RequestAborted);
    }
}
