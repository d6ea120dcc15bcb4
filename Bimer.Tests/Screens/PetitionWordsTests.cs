using Bimer.Blazor.Shell.Parts;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The words of a petition before staff and before whoever wrote them.</summary>
public sealed class PetitionWordsTests
{
    private const string Text = "Ben Ayşe:\n10000000146, <b>0532 123 45 67</b>.\nSokağımız karanlık.";

    [Fact]
    public async Task For_staff_what_tells_of_a_person_is_marked_with_a_word_and_every_sign_stays_text()
    {
        var page = await AScreen.HtmlAsync<PetitionWords>([], (nameof(PetitionWords.Text), Text), (nameof(PetitionWords.TellsTraces), true));

        page.QuerySelectorAll("mark").Select(mark => (mark.FirstChild!.TextContent, mark.QuerySelector(".trace-kind")!.TextContent))
            .Should().Equal(("10000000146", "T.C. kimlik no"), ("0532 123 45 67", "Cep telefonu"));
        page.QuerySelectorAll("b").Should().BeEmpty();
        foreach (var word in page.QuerySelectorAll(".trace-kind").ToList()) word.Remove();
        page.QuerySelector(".text")!.TextContent.Should().Be(Text);
    }

    [Theory]
    [InlineData("Bana 05321234567@hs01.kep.tr adresinden yazın.", "05321234567@hs01.kep.tr", "E-posta")]
    [InlineData("10000000146@x.com", "10000000146@x.com", "T.C. kimlik no")]
    public async Task A_number_inside_a_mail_address_is_one_mark_with_it(string text, string marked, string kind)
    {
        var page = await AScreen.HtmlAsync<PetitionWords>([], (nameof(PetitionWords.Text), text), (nameof(PetitionWords.TellsTraces), true));

        page.QuerySelectorAll("mark").Select(mark => (mark.FirstChild!.TextContent, mark.QuerySelector(".trace-kind")!.TextContent)).Should().Equal((marked, kind));
    }

    [Fact]
    public async Task To_whoever_wrote_them_and_on_paper_the_words_are_as_they_were_written()
    {
        var page = await AScreen.HtmlAsync<PetitionWords>([], (nameof(PetitionWords.Text), Text));

        page.QuerySelectorAll("mark").Should().BeEmpty();
        page.QuerySelector(".text")!.TextContent.Should().Be(Text);
    }

    [Fact]
    public async Task Of_a_text_with_marking_it_is_said_beneath_what_it_tells()
    {
        var page = await AScreen.HtmlAsync<PetitionWords>(
            [], (nameof(PetitionWords.Text), Text), (nameof(PetitionWords.Markup), "<p>Ben <b>Ayşe</b></p>"), (nameof(PetitionWords.TellsTraces), true));

        page.QuerySelector(".traces")!.TextContent.Trim().Should().Be("Metinde kişisel bilgi geçiyor: T.C. kimlik no, Cep telefonu");
    }
}
