using System.Globalization;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>What the system writes into the places of a letter, and that nothing else is a place (S46, G12, H9, C7).</summary>
public sealed class MergedLetterTests
{
    private static readonly ReplyLetterFacts _facts = new()
    {
        CaseId = new CaseId(20260041873), Basis = LegalBasis.PetitionAct, FiledAt = new DateTimeOffset(2026, 3, 1, 21, 30, 0, TimeSpan.Zero),
        SignedAt = new DateTimeOffset(2026, 3, 9, 21, 30, 0, TimeSpan.Zero), Institution = "İzmir Valiliği", Unit = "İl <Sağlık> Müdürlüğü", Signatory = "Nuray Işık",
        SignatoryUnit = "İzmir Valiliği", Body = "<p>{başvuran}, {başvuru-no} ({başvuru-tarihi}), {birim}, {kurum}, {cevap-tarihi}.</p>",
    };

    [Fact]
    public void Every_place_is_filled_alike_in_both_texts_and_escaped_in_one()
    {
        var letter = ReplyLetter.Compose(_facts, new Addressee("Gül {birim} Şen", ApplicantKind.NaturalPerson));

        letter.PlainText.Should().Contain("Gül {birim} Şen, 2026-0041873-5 (02.03.2026), İl <Sağlık> Müdürlüğü, İzmir Valiliği, 10.03.2026.", "a value that looks like a place stays as it is");
        letter.Html.Should().Contain("<p>Gül {birim} Şen, 2026-0041873-5 (02.03.2026), İl &lt;Sağlık&gt; Müdürlüğü, İzmir Valiliği, 10.03.2026.</p>");
    }

    [Fact]
    public void Whoever_is_hidden_is_called_by_no_name()
    {
        var letter = ReplyLetter.Compose(_facts, addressee: null);

        letter.PlainText.Should().Contain("\r\nbaşvuru sahibi, 2026-0041873-5");
        ReplyLetter.BodyOf(_facts, addressee: null).Should().StartWith("<p>başvuru sahibi, ");
    }

    [Theory]
    [InlineData("{başvuru-no} sayılı", null)]
    [InlineData("{Başvuru-No} {BIRIM}", null)]
    [InlineData("{basvuru-numarasi}", "{basvuru-numarasi}")]
    [InlineData("{{#each}} {birim}", "{{#each}")]
    [InlineData("${birim}", null)]
    [InlineData("@Model.Ad", null)]
    [InlineData("{ birim }", "{ birim }")]
    [InlineData("yarım {", "{")]
    [InlineData("{birim}}", "}")]
    public void What_is_no_place_of_the_list_is_named(string text, string? stray) =>
        MergeFields.StrayIn(MergeFields.Without(text)).Should().Be(stray);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    public void What_the_desk_offers_is_a_place_of_the_list(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<TemplateWords>>();

        foreach (var field in Enum.GetValues<MergeField>()) MergeFields.Named(words["Field." + field]).Should().Be(field);
    }

    [Fact]
    public void A_letter_does_not_leave_with_a_place_nobody_fills()
    {
        static IEnumerable<LetterCheck> Found(string line) =>
            LetterChecks.Of(new LetterUnderCheck([line], 0, "Dilekçe", IsNotExamined: false)).Select(f => f.Check);

        Found("{başvuru-no} sayılı başvurunuz incelendi.").Should().NotContain(LetterCheck.UnfilledPlace);
        Found("{başvuru-no} sayılı başvurunuz {tarih} günü incelendi.").Should().Contain(LetterCheck.UnfilledPlace);
    }

    [Theory]
    [InlineData("4982 sayılı Kanunun 11 inci maddesi, 3071 s. Kanun ve 4982 m.13", new[] { 3071, 4982 })]
    [InlineData("2026-0041873 sayılı başvurunuz, 12.03.2024 sayılı", new int[0])]
    [InlineData("Telefon 4982 numaralı", new int[0])]
    [InlineData("٤٩٨٢ sayılı ve ４９８２ s. Kanun", new int[0])]
    public void The_laws_a_text_names_are_known_by_their_numbers(string text, int[] laws) => LawReferences.In(text).Should().Equal(laws);
}
