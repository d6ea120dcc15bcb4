using System.Net;
using System.Text.RegularExpressions;
using Bimer.Blazor.Portal.Filing;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>The list of what is wanted in a browser without scripts (S7, S8): added to and taken from by plain posts, and nothing typed is lost.</summary>
public sealed partial class WantedItemsTests : IAsyncLifetime
{
    private const string Kinds = "/basvuru/yaz", Contact = "/basvuru/iletisim", Text = "/basvuru/metin", Check = "/basvuru/kontrol";

    private BimerServer _server = null!;
    private FinalForms _citizens = null!;
    private PlainBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await BimerServer.StartAsync(settings: new Dictionary<string, string?>([FinalForms.WithoutProof!], StringComparer.Ordinal));
        _citizens = new FinalForms(_server.Url);
        _browser = With((await _citizens.PrepareAsync(1))[0].Cookies);
    }

    [Fact]
    public async Task Fields_are_added_and_removed_by_plain_posts_and_what_was_typed_stays()
    {
        await KindAsync(nameof(CaseKind.InformationRequest), nameof(ApplicantKind.LegalEntity));

        var added = await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", "Bütçe"), ("Form.Text", "Açıklamam"), ("Form.Act", "ekle"));
        ItemsOf(added).Should().Equal("Bütçe", "");
        added.Body.Should().MatchRegex("id=\"istenen-2\"[^>]* autofocus").And.Contain("Açıklamam").And.NotContain("field-error");
        var removed = await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", "Bütçe"), ("Form.Items[1]", "Personel"), ("Form.Text", "Açıklamam"), ("Form.Act", "sil-1"));
        ItemsOf(removed).Should().Equal("Personel");
        ItemsOf(await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", "Personel"), ("Form.Act", "sil-99"))).Should().Equal("Personel");

        await KindAsync(nameof(CaseKind.Complaint), nameof(ApplicantKind.NaturalPerson));
        (await _browser.GetAsync(Text)).Body.Should().NotContain("istenen-1");
        await _browser.SubmitAsync(Text, path: null, ("Form.Text", "Şikâyetim"));
        await KindAsync(nameof(CaseKind.InformationRequest), nameof(ApplicantKind.LegalEntity));
        var back = await _browser.GetAsync(Text);
        ItemsOf(back).Should().Equal("Personel");
        WebUtility.HtmlDecode(back.Body).Should().Contain("Şikâyetim");
    }

    [Fact]
    public async Task A_legal_entity_lists_what_it_wants_and_a_person_need_not()
    {
        await KindAsync(nameof(CaseKind.InformationRequest), nameof(ApplicantKind.LegalEntity));
        (await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", " "), ("Form.Text", "Her şeyi istiyorum."))).Body.Should().Contain("istenen-error");
        var tooLong = await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", new string('x', 251)), ("Form.Text", "Metin"));
        WebUtility.HtmlDecode(tooLong.Body).Should().Contain("251 karakter").And.Contain(new string('x', 251));

        await KindAsync(nameof(CaseKind.InformationRequest), nameof(ApplicantKind.NaturalPerson));
        var person = await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", ""), ("Form.Text", "Bütçeyi istiyorum."));
        (person.Status, PathOf(person)).Should().Be(((int)HttpStatusCode.Redirect, "/basvuru/ekler"));
    }

    [Fact]
    public async Task The_list_alone_is_a_petition_and_the_case_keeps_the_organisation_and_its_items()
    {
        await KindAsync(nameof(CaseKind.InformationRequest), nameof(ApplicantKind.LegalEntity));
        var wrong = await _browser.SubmitAsync(Contact, path: null, [.. Entity, ("Form.EntityEmail", "bilgi@")]);
        wrong.Body.Should().Contain("kurulus-eposta-error");
        await _browser.SubmitAsync(Contact, path: null, [.. Entity, ("Form.EntityEmail", "bilgi@ornek.invalid")]);
        await _browser.SubmitAsync(Text, path: null, ("Form.Items[0]", "Bütçe"), ("Form.Items[1]", ""), ("Form.Items[2]", "Personel"), ("Form.Text", ""));
        WebUtility.HtmlDecode((await _browser.GetAsync(Check)).Body).Should().Contain("<li>Bütçe</li>").And.Contain("bilgi@ornek.invalid").And.Contain("Yetki belgesi eklemediniz");

        var filed = await _browser.SubmitAsync(Check, path: null, ("Form.Notice", "true"));

        PathOf(filed).Should().StartWith("/basvuru/alindi/");
        await using var db = await _server.DbAsync();
        var caseFile = await db.Cases.Include(c => c.Petition).OrderBy(c => c.Id).LastAsync();
        caseFile.Items.All.Should().Equal("Bütçe", "Personel");
        (caseFile.Petition!.Text, caseFile.ApplicantKind).Should().Be(("1. Bütçe\n2. Personel", ApplicantKind.LegalEntity));
        var own = WebUtility.HtmlDecode((await _browser.GetAsync("/sorgula/basvurularim/" + PathOf(filed).Split('/')[^1])).Body);
        own.Should().Contain("İstenen bilgi ve belgeler").And.Contain("Karar bekliyor");
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        _citizens.Dispose();
        await _server.DisposeAsync();
    }

    private static (string, string)[] Entity => [("Form.EntityTitle", "Örnek Derneği"), ("Form.EntityTaxId", "1234567890"), ("Form.EntityAddress", "Ankara"), ("Form.ContactAddress", "Ankara"), ("Form.Email", "a@b.invalid")];

    private Task<PlainAnswer> KindAsync(string kind, string applicant) => _browser.SubmitAsync(Kinds, path: null, ("Form.Kind", kind), ("Form.Applicant", applicant));

    private static IEnumerable<string> ItemsOf(PlainAnswer page) => Items().Matches(page.Body).Select(m => WebUtility.HtmlDecode(m.Groups["text"].Value).Trim());

    private string PathOf(PlainAnswer answer) => new Uri(new Uri(_server.Url), answer.Location!).AbsolutePath;

    private PlainBrowser With(string cookies)
    {
        var browser = _server.NewPlainBrowser();
        foreach (var cookie in cookies.Split("; ")) browser.Cookies.Add(new Uri(_server.Url), new Cookie(cookie.Split('=')[0], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        return browser;
    }

    [GeneratedRegex("<textarea[^>]* name=\"Form.Items[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Items();
}
