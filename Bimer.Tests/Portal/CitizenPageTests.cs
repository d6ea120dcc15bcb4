using System.Net;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Portal;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>What a browser without scripts gets where a visit has its ends: after filing, and when it is over.</summary>
public sealed class CitizenPageTests : IAsyncLifetime
{
    private BimerServer _server = null!;

    public static TheoryData<string, string> Steps => new()
    {
        { "/basvuru/yaz", "kind" }, { "/basvuru/kurum", "place" }, { "/basvuru/iletisim", "contact" },
        { "/basvuru/metin", "text" }, { "/basvuru/ekler", "remove" }, { "/basvuru/kontrol", "finish" },
    };

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

    [Theory, MemberData(nameof(Steps))]
    [InlineData("/basvuru/alindi/2026-0041873-5", "again")]
    public async Task A_form_sent_after_the_visit_was_left_elsewhere_leads_to_the_gate_and_its_reason(string page, string form)
    {
        using var forms = new UploadForms(_server.Url);
        using var browser = With(await forms.VisitAsync());
        var token = await TokenAsync(browser);
        var left = await browser.PostAsync("/basvuru/ayril", token);

        var answer = await browser.PostAsync(page, token, ("_handler", form), ("Form.Text", "Geç kalan metin"));

        left.Headers["Clear-Site-Data"].Should().Be("\"cache\"", "the next person at this screen finds nothing");
        (answer.Status, PathOf(answer)).Should().Be(((int)HttpStatusCode.Redirect, "/basvuru?bitti=1"));
        answer.Body.Should().NotContain("Cannot submit");
    }

    [Theory, MemberData(nameof(Steps))]
    public async Task A_form_sent_without_its_fields_is_no_fault_and_loses_nothing(string page, string form)
    {
        using var forms = new UploadForms(_server.Url);
        using var browser = With(await forms.VisitAsync());
        var token = await TokenAsync(browser);
        await browser.PostAsync("/basvuru/metin", token, ("_handler", "text"), ("Form.Text", "Yarım kalmış metin"), ("Form.Auto", "1"));

        var answer = await browser.PostAsync(page, token, ("_handler", form));

        answer.Status.Should().BeLessThan(400);
        (await browser.GetAsync("/basvuru/metin")).Body.Should().Contain(WebUtility.HtmlEncode("Yarım kalmış metin"));
    }

    [Theory]
    [InlineData("/basvuru/metin", "text")]
    [InlineData("/basvuru/kontrol", "finish")]
    public async Task A_form_sent_again_after_filing_leads_to_the_receipt(string page, string form)
    {
        using var citizens = new FinalForms(_server.Url);
        var final = (await citizens.PrepareAsync(1))[0];
        var number = await citizens.SendAsync(final);
        using var browser = With(final.Cookies);

        var answer = await browser.PostAsync(page, [.. final.Fields.Where(f => f.Key is not "_handler").Select(f => (f.Key, f.Value)), ("_handler", form), ("Form.Text", "Geç kalan metin")]);

        (answer.Status, PathOf(answer)).Should().Be(((int)HttpStatusCode.Redirect, $"/basvuru/alindi/{number}?once=1"));
    }

    [Theory]
    [InlineData("/basvuru/kod", "/basvuru/yaz")]
    [InlineData("/sorgula/kod", "/sorgula/basvurularim")]
    public async Task The_second_click_on_the_right_code_goes_on_like_the_first(string page, string next)
    {
        using var forms = new UploadForms(_server.Url);
        using var browser = With(await forms.VisitAsync());   // it has passed the gate
        var token = await TokenAsync(browser);

        var answer = await browser.PostAsync(page, token, ("_handler", "code"), ("Form.Code", "123456"));

        (answer.Status, PathOf(answer)).Should().Be(((int)HttpStatusCode.Redirect, next));
    }

    [Fact]
    public async Task The_second_click_on_the_last_file_finds_it_removed()
    {
        using var forms = new UploadForms(_server.Url);
        using var browser = With(await forms.VisitAsync());
        var token = PlainBrowser.HiddenOf(await browser.GetAsync("/basvuru/ekler"), "/basvuru/ekler/yukle")[0];

        var answer = await browser.PostAsync("/basvuru/ekler", token, ("_handler", "remove"), ("Form.Remove", Guid.NewGuid().ToString()));

        (answer.Status, PathOf(answer)).Should().Be(((int)HttpStatusCode.Redirect, "/basvuru/ekler"));
    }

    [Theory]
    [InlineData("code")]
    [InlineData("resend")]
    public async Task The_second_click_on_a_code_that_was_refused_is_told_so_again(string form)
    {
        using var forms = new UploadForms(_server.Url);
        var visit = await forms.VisitAsync();
        using var browser = With(visit);
        var token = PlainBrowser.HiddenOf(await browser.GetAsync("/basvuru/metin"), "/basvuru/metin").Single(field => field.Name is "__RequestVerificationToken");
        await ChangeAsync(visit, v => v.Row.Stage = GateStage.Refused);

        var answer = await browser.PostAsync("/basvuru/kod", token, ("_handler", form), ("Form.Code", "123456"));

        answer.Status.Should().Be((int)HttpStatusCode.OK);
        WebUtility.HtmlDecode(answer.Body).Should().Contain("Bilgiler doğrulanamadı");
    }

    [Theory]
    [InlineData(false, "Sorgulamayı bitir")]
    [InlineData(true, "Hızlı çıkış")]
    public async Task The_page_of_a_hidden_petition_has_the_quick_way_out(bool hidden, string words)
    {
        using var forms = new UploadForms(_server.Url);
        var visit = await forms.VisitAsync();
        await ChangeAsync(visit, v => v.Draft = v.Draft with { Kind = CaseKind.Complaint, HideIdentity = hidden });
        using var browser = With(visit);
        var receipt = PathOf(await browser.SubmitAsync(FinalForms.CheckPage, path: null, ("Form.Notice", "true")));

        var page = WebUtility.HtmlDecode((await browser.GetAsync("/sorgula/basvurularim/" + receipt.Split('/')[^1])).Body);

        page.Should().Contain("Başvurunuzun metni").And.MatchRegex($"<form method=\"post\" action=\"/basvuru/ayril\" class=\"leave no-print {(hidden ? "urgent" : "")}\">[^§]*{words}");
    }

    [Theory]
    [InlineData("Complaint,TipOff")]
    [InlineData("1")]
    public async Task A_kind_that_is_not_one_of_those_offered_by_name_is_none(string sent)
    {
        using var citizens = new FinalForms(_server.Url);
        using var browser = With((await citizens.PrepareAsync(1))[0].Cookies);

        var answer = await browser.SubmitAsync("/basvuru/yaz", path: null, ("Form.Kind", sent), ("Form.Applicant", sent));

        answer.Body.Should().MatchRegex("name=\"Form.Kind\"", "the page asks again").And.NotMatchRegex("name=\"Form.Kind\"[^>]* checked");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private Task<Visit?> ChangeAsync(string visit, Action<Visit> change) => _server.Services.GetRequiredService<VisitBook>().ChangeAsync(UploadForms.TokenOf(visit), v =>
    {
        change(v);
        return true;
    }, CancellationToken.None);

    private string PathOf(PlainAnswer answer) => new Uri(new Uri(_server.Url), answer.Location!).PathAndQuery;

    private static async Task<(string Name, string Value)> TokenAsync(PlainBrowser browser) =>
        PlainBrowser.HiddenOf(await browser.GetAsync("/basvuru/metin"), "/basvuru/ayril").Single(field => field.Name is "__RequestVerificationToken");

    private PlainBrowser With(string cookies)
    {
        var browser = _server.NewPlainBrowser();
        foreach (var cookie in cookies.Split("; ")) browser.Cookies.Add(new Uri(_server.Url), new Cookie(cookie.Split('=')[0], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        return browser;
    }
}
