using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Persistence.Files;

namespace Bimer.Tests.Security;

/// <summary>Somebody at a door of the program, and the whole of what they are answered.</summary>
internal static partial class Knock
{
    public static async Task<string> PostAsync(HttpClient client, string address, string choice)
    {
        using var desk = await client.GetAsync(new Uri(Addresses.Home, UriKind.Relative));
        var token = Token().Match(await desk.Content.ReadAsStringAsync()).Groups["token"].Value;
        var cookies = desk.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : "";
        using var request = Asking("FORM", address);
        request.Content = new FormUrlEncodedContent([new("bicim", choice), new("__RequestVerificationToken", token)]);
        request.Headers.Add("Cookie", string.Join("; ", [.. client.DefaultRequestHeaders.GetValues("Cookie"), cookies]));
        return await AnsweredAsync(client, request);
    }

    public static async Task<string> AskAsync(HttpClient stranger, string method, string address)
    {
        using var request = Asking(method, address);
        return await AnsweredAsync(stranger, request);
    }

    /// <summary>Where the second answer says something else than the first; nothing where they are one.</summary>
    public static string Difference(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal)) return "";
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"…{Around(one, at)}… but …{Around(other, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)];

    /// <summary>The whole answer without the id that was asked for, the time and what is drawn by lot.</summary>
    private static async Task<string> AnsweredAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        var head = answer.Headers.Concat(answer.Content.Headers).Where(line => line.Key is not "Date").OrderBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => $"{line.Key}: {string.Join(", ", line.Value)}");
        return Lot().Replace($"{(int)answer.StatusCode}\n{string.Join('\n', head)}\n\n{await answer.Content.ReadAsStringAsync()}", "#");
    }

    public static HttpRequestMessage Asking(string method, string address)
    {
        // A connection each: a refused body may end it, and a POST that finds it ended is not sent again.
        var request = new HttpRequestMessage(new HttpMethod(method is "FORM" ? "POST" : method), address) { Headers = { ConnectionClose = true } };
        if (method is "PUT") request.Content = JsonContent.Create(new { version = 0, html = "<p>Merhaba</p>" });
        if (method is "POST") request.Content = new ByteArrayContent(Documents.Pdf);
        if (method is "POST") request.Headers.Add("X-Dosya-Adi", "rapor.pdf");
        return request;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    /// <summary>Case numbers and keys, random ids, marks of a trace, and everything the program sealed, which never comes out twice the same.</summary>
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}|\d{4}-\d{7}-\d|\d{15}|CfDJ8([A-Za-z0-9_/+=-]|\\u002B)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Lot();
}
