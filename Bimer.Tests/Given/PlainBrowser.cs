using System.Net;
using System.Text.RegularExpressions;

namespace Bimer.Tests.Given;

/// <summary>A browser without scripts over a real socket: keeps cookies, follows no redirect, sends forms with the tokens it was given.</summary>
public sealed partial class PlainBrowser : IDisposable
{
    private readonly HttpClient _client;

    public PlainBrowser(string url)
    {
        Url = url;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
        _client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36");
    }

    public string Url { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The value of the session's cookie; none while signed out.</summary>
    public string? Session => Cookies.GetCookies(new Uri(Url))["bimer"] is { Value.Length: > 0 } cookie ? cookie.Value : null;

    /// <summary>From now on every request carries this header too.</summary>
    public PlainBrowser Saying(string header, string value)
    {
        _client.DefaultRequestHeaders.Remove(header);
        _client.DefaultRequestHeaders.Add(header, value);
        return this;
    }

    public async Task<PlainAnswer> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await SendAsync(request);
    }

    /// <summary>Opens the page and sends its form: the one to the page's own address, or to another path.</summary>
    public async Task<PlainAnswer> SubmitAsync(string page, string? path, params (string Name, string Value)[] fields)
    {
        var (action, form) = Form((await GetAsync(page)).Body, path ?? page.Split('?')[0]);
        return await PostAsync(action, [.. Hidden(form), .. fields]);
    }

    /// <summary>Sends exactly these fields.</summary>
    public async Task<PlainAnswer> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("Origin", Url);
        return await SendAsync(request);
    }

    /// <summary>The hidden fields, tokens among them, of a form on a page that was opened before.</summary>
    public static (string Name, string Value)[] HiddenOf(PlainAnswer page, string path) => HiddenOf(page.Body, path);

    /// <summary>The same of a page by its markup.</summary>
    public static (string Name, string Value)[] HiddenOf(string page, string path) => [.. Hidden(Form(page, path).Form)];

    public void Dispose() => _client.Dispose();

    private async Task<PlainAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new PlainAnswer((int)response.StatusCode, response.Headers.Location?.OriginalString, headers, await response.Content.ReadAsStringAsync());
    }

    private static (string Action, string Form) Form(string page, string path) => Forms().Matches(page)
        .Select(m => (Action: WebUtility.HtmlDecode(m.Groups["action"].Value), m.Value))
        .First(f => string.Equals(f.Action.Split('?')[0], path, StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Value)> Hidden(string form) => HiddenFields().Matches(form)
        .Select(m => (WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value)));

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]*)\".*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex HiddenFields();
}

/// <summary>What came back, as it was.</summary>
public sealed record PlainAnswer(int Status, string? Location, IReadOnlyDictionary<string, string> Headers, string Body);
