using System.Net;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>What a browser without scripts gets where a visit has its ends: after filing, and when it is over.</summary>
public sealed class CitizenPageTests : IAsyncLifetime
{
    private BimerServer _server = null!;

    public async Task InitializeAsync() => _server = await BimerServer.StartAsync(settings: new Dictionary<string, string?>([FinalForms.WithoutProof!], StringComparer.Ordinal)
    {
        ["Bimer:Gate:FurtherPetitions"] = "1",
    });

    [Fact]
    public async Task Whoever_has_begun_as_many_as_a_day_allows_is_told_on_the_receipt_and_shown_the_way()
    {
        using var citizens = new FinalForms(_server.Url);
        var form = (await citizens.PrepareAsync(1))[0];
        var receipt = "/basvuru/alindi/" + await citizens.SendAsync(form);
        using var first = With(form.Cookies);
        using var second = With(form.Cookies);   // the cookie somebody kept

        var begun = await first.SubmitAsync(receipt, path: null);
        var refused = await second.SubmitAsync(receipt, path: null);

        (begun.Status, PathOf(begun)).Should().Be(((int)HttpStatusCode.Redirect, "/basvuru/yaz"));
        refused.Status.Should().Be((int)HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(refused.Body);
        page.Should().MatchRegex("<div class=\"notice near\" role=\"alert\" tabindex=\"-1\" autofocus>.*en çok 1 başvuruya daha başlanabilir.*<a href=\"/basvuru\">");
        (await second.GetAsync("/basvuru")).Body.Should().Contain("id=\"kimlik-no\"", "that is the way on");
    }

    [Theory]
    [InlineData("/basvuru/metin", "/basvuru?bitti=1", "Yarım kalan bir başvuru 24 saat saklanır")]
    [InlineData("/sorgula/basvurularim", "/sorgula?bitti=1", "Yeniden kod isteyin")]
    public async Task Whoever_comes_without_a_visit_is_told_why_the_page_is_not_there(string page, string gate, string words)
    {
        using var browser = _server.NewPlainBrowser();

        var answer = await browser.GetAsync(page);

        (answer.Status, PathOf(answer)).Should().Be(((int)HttpStatusCode.Redirect, gate));
        WebUtility.HtmlDecode((await browser.GetAsync(gate)).Body).Should().Contain(words);
        WebUtility.HtmlDecode((await browser.GetAsync(gate.Split('?')[0])).Body).Should().NotContain(words, "nobody who comes by the front door has lost anything");
    }

    [Fact]
    public async Task A_text_sent_after_the_visit_was_left_elsewhere_leads_to_the_gate_and_its_reason()
    {
        using var citizens = new FinalForms(_server.Url);
        using var browser = With((await citizens.PrepareAsync(1))[0].Cookies);
        var page = await browser.GetAsync("/basvuru/metin");
        await browser.SubmitAsync("/basvuru/metin", "/basvuru/ayril");
        var kept = PlainBrowser.HiddenOf(page, "/basvuru/metin");

        var answer = await browser.PostAsync("/basvuru/metin", [.. kept, ("Form.Text", "Geç kalan metin")]);

        PathOf(answer).Should().Be("/basvuru?bitti=1");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private string PathOf(PlainAnswer answer) => new Uri(new Uri(_server.Url), answer.Location!).PathAndQuery;

    private PlainBrowser With(string cookies)
    {
        var browser = _server.NewPlainBrowser();
        foreach (var cookie in cookies.Split("; ")) browser.Cookies.Add(new Uri(_server.Url), new Cookie(cookie.Split('=')[0], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        return browser;
    }
}
