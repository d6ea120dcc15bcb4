using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Bimer.Tests.Given;

/// <summary>The files of a petition as a browser without scripts sends them to a running program in Development. A visit is its cookie.</summary>
public sealed class UploadForms(string url) : IDisposable
{
    private const string Page = "/basvuru/ekler";
    private const string Cookie = "bimer-ziyaret=";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };

    public static string TokenOf(string visit) => visit[Cookie.Length..];

    public async Task<string> VisitAsync()
    {
        using var prepare = new HttpRequestMessage(HttpMethod.Post, "/gelistirme/hazir-ziyaret?adet=1");
        prepare.Headers.Add("Origin", url);
        using var answer = await _http.SendAsync(prepare);
        return Cookie + (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<string[]>())![0];
    }

    /// <returns>The page that follows, as a person reads it.</returns>
    /// <exception cref="HttpRequestException">The post was not answered with a way to that page.</exception>
    public async Task<string> UploadAsync(string visit, params (string Name, byte[] Content)[] files)
    {
        var (cookies, page) = await OpenAsync(visit, Page);
        var token = PlainBrowser.HiddenOf(page, Page + "/yukle").Single(field => field.Name is "__RequestVerificationToken").Value;
        var status = await PostAsync(cookies, token, files);
        return status == HttpStatusCode.Redirect ? await ReadAsync(visit, Page) : throw new HttpRequestException("The upload was answered with " + status);
    }

    public async Task<string> ReadAsync(string visit, string path) => WebUtility.HtmlDecode((await OpenAsync(visit, path)).Page.Body);

    public async Task<HttpStatusCode> PostAsync(string cookies, string token, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");   // a browser says what it likes
            form.Add(part, "files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/yukle") { Content = form };
        request.Headers.Add("Cookie", cookies);
        request.Headers.Add("Origin", url);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(string Cookies, PlainAnswer Page)> OpenAsync(string visit, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", visit);
        using var response = await _http.SendAsync(request);
        IEnumerable<string> set = response.Headers.TryGetValues("Set-Cookie", out var given) ? given.Select(c => c.Split(';')[0]) : [];
        var page = new PlainAnswer((int)response.StatusCode, null, new Dictionary<string, string>(StringComparer.Ordinal), await response.Content.ReadAsStringAsync());
        return (string.Join("; ", set.Prepend(visit)), page);
    }
}
