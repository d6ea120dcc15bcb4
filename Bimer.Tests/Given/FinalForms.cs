using System.Globalization;
using System.Net.Http.Json;

namespace Bimer.Tests.Given;

/// <summary>A petition before its last button: the visit's cookie, the page's tokens and what the page showed.</summary>
public sealed record FinalForm(string Cookies, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>
/// Sends the last form of many citizens to a running program in Development. The visits are prepared by the program
/// (<c>POST /gelistirme/hazir-ziyaret</c>); the page is opened and posted as a browser does, over one pool of connections.
/// </summary>
public sealed class FinalForms : IDisposable
{
    public const string CheckPage = "/basvuru/kontrol";
    private const string Receipt = "/basvuru/alindi/";

    private readonly HttpClient _client;

    public FinalForms(string url)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(2) };
        _client.DefaultRequestHeaders.Add("Origin", url);
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>What the program needs so that posts need no work on the client's side.</summary>
    public static KeyValuePair<string, string> WithoutProof => KeyValuePair.Create("Bimer:Gate:ProofBits", "0");

    public async Task<IReadOnlyList<FinalForm>> PrepareAsync(int count)
    {
        using var answer = await _client.PostAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/gelistirme/hazir-ziyaret?adet={count}"), UriKind.Relative), null);
        var visits = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<string[]>();
        var forms = new FinalForm[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, ct) => forms[i] = await OpenAsync(visits![i], ct));
        return forms;
    }

    /// <summary>The number of the receipt the answer leads to. Anything else is an error.</summary>
    public async Task<string> SendAsync(FinalForm form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, CheckPage) { Content = new FormUrlEncodedContent(form.Fields) };
        request.Headers.Add("Cookie", form.Cookies);
        using var response = await _client.SendAsync(request);
        return response.Headers.Location?.OriginalString is { } location && location.Contains(Receipt, StringComparison.Ordinal)
            ? location[(location.IndexOf(Receipt, StringComparison.Ordinal) + Receipt.Length)..].Split('?')[0]
            : throw new HttpRequestException($"The final post was answered with {(int)response.StatusCode} {response.Headers.Location}");
    }

    public void Dispose() => _client.Dispose();

    private async Task<FinalForm> OpenAsync(string visit, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, CheckPage);
        request.Headers.Add("Cookie", "bimer-ziyaret=" + visit);
        using var response = await _client.SendAsync(request, ct);
        var page = new PlainAnswer((int)response.StatusCode, null, new Dictionary<string, string>(StringComparer.Ordinal), await response.Content.ReadAsStringAsync(ct));
        IEnumerable<string> cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : [];
        var fields = PlainBrowser.HiddenOf(page, CheckPage).Append(("Form.Notice", "true"));
        return new FinalForm(string.Join("; ", cookies.Prepend("bimer-ziyaret=" + visit)), [.. fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2))]);
    }
}
