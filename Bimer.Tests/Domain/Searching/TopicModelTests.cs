using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Searching;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Searching;

/// <summary>Which subtopic a text seems to be about, and why (S15).</summary>
public sealed class TopicModelTests
{
    private static readonly TopicChoice[] _list =
        [.. FactBook.Shipped.Subjects.Select(s => new TopicChoice(s.Code, s.Topic, s.Name) { Words = FactBook.Shipped.TopicWords[s.Code] })];

    private static readonly TopicModel _untaught = TopicModel.Of(_list, []);

    [Theory]
    [InlineData("Sokağımızdaki çöp konteyneri günlerdir toplanmıyor, sinek ve koku var.", "12.03", "çöp konteyneri toplanmıyor")]
    [InlineData("SOKAKTAKI LAMBALAR YANMIYOR HER YER KARANLIK", "12.07", "LAMBALAR YANMIYOR KARANLIK")]
    [InlineData("mahallemizde basibos kopekler cocuklari isiriyor, hayvan barinagina alinsin", "12.06", "kopekler")]
    [InlineData("Adıma yazılan radar cezasına itiraz ediyorum, plaka bana ait değil.", "09.01", "radar")]
    public void A_text_is_told_by_its_own_words_however_it_is_written(string text, string code, string because)
    {
        var first = _untaught.Suggest(text)[0];

        first.Code.Should().Be(code);
        string.Join(' ', first.Because).Should().Contain(because.Split(' ')[0]);
        first.Because.Should().OnlyContain(word => text.Contains(word, StringComparison.Ordinal)).And.HaveCountLessThanOrEqualTo(TopicModel.MostReasons);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sayın yetkili, gereğini saygılarımla arz ederim.")]
    [InlineData("4982 112 2026 12.07")]
    public void A_text_that_says_nothing_is_told_nothing(string text) => _untaught.Suggest(text).Should().BeEmpty();

    [Fact]
    public void Three_are_proposed_at_most_and_none_that_is_far_behind()
    {
        var all = _untaught.Suggest(string.Join(' ', _list.Select(t => t.Name)));

        all.Should().HaveCountLessThanOrEqualTo(TopicModel.MostSuggestions);
    }

    [Fact]
    public void What_officers_chose_for_a_word_teaches_it_once_enough_petitions_have_it()
    {
        static TaughtPetition Petition(int n) => new(["12.06"], $"Sansarlar kümese girdi, {n}. kez.");
        var few = TopicModel.Of(_list, Enumerable.Range(1, TopicModel.FewestPetitions - 1).Select(Petition));
        var enough = TopicModel.Of(_list, Enumerable.Range(1, TopicModel.FewestPetitions).Select(Petition));

        few.Suggest("Bahçeye sansar dadandı.").SelectMany(s => s.Because).Should().NotContain("sansar", "a name in one petition must not lead to its topic");
        enough.Suggest("Kümese sansar girdi.")[0].Should().BeEquivalentTo(new { Code = "12.06" });
    }

    [Fact]
    public void One_petition_with_many_topics_teaches_no_more_than_one()
    {
        var codes = _list.Take(TopicModel.FewestPetitions).Select(t => t.Code).ToList();

        TopicModel.Of(_list, [new(codes, "Kanaryagil"), new(["yok"], "Kanaryagil")]).Suggest("Kanaryagil").Should().BeEmpty();
    }

    [Fact]
    public void Every_subtopic_has_words_beside_its_name() =>
        FactBook.Shipped.Subjects.Where(s => FactBook.Shipped.TopicWords[s.Code].Length == 0).Should().BeEmpty();
}
