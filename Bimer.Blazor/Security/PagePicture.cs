namespace Bimer.Blazor.Security;

/// <summary>
/// A page of a stranger's file as a picture to be looked at: a picture and nothing else to the browser, kept by no cache. Its disposition is said so that it gets the policy of
/// files: opened by its address it runs nothing.
/// </summary>
public sealed class PagePicture(ReadOnlyMemory<byte> content, string contentType) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentDisposition = "inline";
        (httpContext.Response.ContentType, httpContext.Response.ContentLength) = (contentType, content.Length);
        await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
