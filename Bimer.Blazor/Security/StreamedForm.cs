using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bimer.Blazor.Security;

/// <summary>
/// Reads a multipart form part by part, so that a file goes from the wire to its place without lying in memory or in a temporary
/// file. The antiforgery token must be its first part: nothing is read of a form that is not ours.
/// </summary>
public sealed class StreamedForm(IHttpContextAccessor contexts, IAntiforgery antiforgery)
{
    private const int LongestToken = 4_096;
    private const int LongestBoundary = 100;

    /// <summary>Hands over each file with the name its sender gave it.</summary>
    /// <returns>False when the form was not one of our own pages'.</returns>
    public async Task<bool> ReadFilesAsync(Func<string, Stream, Task> onFile, CancellationToken ct)
    {
        var context = contexts.HttpContext ?? throw new InvalidOperationException("A form belongs to a request.");
        if (BoundaryOf(context.Request) is not { } boundary) return false;

        var reader = new MultipartReader(boundary, context.Request.Body);
        if (!await IsOursAsync(context, await reader.ReadNextSectionAsync(ct), ct)) return false;
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            // A file field that was left empty comes as a part without a name.
            if (section.AsFileSection() is { FileName: { Length: > 0 } name, FileStream: { } content }) await onFile(name, content);
        }

        return true;
    }

    private static string? BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= LongestBoundary } ? boundary : null;
    }

    private async Task<bool> IsOursAsync(HttpContext context, MultipartSection? first, CancellationToken ct)
    {
        var tokens = antiforgery.GetTokens(context);
        if (first?.AsFormDataSection() is not { } part || !string.Equals(part.Name, tokens.FormFieldName, StringComparison.Ordinal) || tokens.HeaderName is not { } header) return false;

        using var text = new StreamReader(part.Section.Body);
        var buffer = new char[LongestToken];
        var length = await text.ReadBlockAsync(buffer, ct);
        // The check looks at the header before the body, which it must not read.
        context.Request.Headers[header] = new string(buffer, 0, length);
        return await antiforgery.IsRequestValidAsync(context);
    }
}
