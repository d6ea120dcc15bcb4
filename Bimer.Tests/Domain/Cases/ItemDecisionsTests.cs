using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Each requested item is decided by itself, and the request follows from its items (S54, decision 0102).</summary>
public sealed class ItemDecisionsTests
{
    private static readonly string Privacy = new InadmissibilityReason("OZEL_HAYAT", "4982", "m.21", "Özel hayatın gizliliği").ToString();
    private static readonly RequestedItems Two = RequestedItems.Parse(["Bütçe", "Personel sayısı"]).Value!;

    [Theory]
    [InlineData("11", DisclosureDecision.Granted)]
    [InlineData("22", DisclosureDecision.Refused)]
    [InlineData("12", DisclosureDecision.PartlyGranted)]
    [InlineData("13", DisclosureDecision.PartlyGranted)]
    [InlineData("33", DisclosureDecision.PartlyGranted)]
    [InlineData("14", DisclosureDecision.Granted)]
    [InlineData("24", DisclosureDecision.Refused)]
    [InlineData("44", null)]
    [InlineData("", null)]
    public void The_request_follows_from_what_is_decided_here(string outcomes, DisclosureDecision? proposed) =>
        ItemDecisions.Of(outcomes.Select((digit, at) => new ItemDecision("Madde " + at, (ItemOutcome)(digit - '0')))).Proposed.Should().Be(proposed);

    [Fact]
    public void What_refuses_names_its_article_and_what_is_granted_in_part_says_which_part_is_not()
    {
        Why(new ItemDecision("Bütçe", ItemOutcome.Refused), new ItemDecision("Personel sayısı", ItemOutcome.Granted)).Should().Be(new Refusal.ItemNamesNoArticle(1));
        Why(new ItemDecision("Bütçe", ItemOutcome.Granted), new ItemDecision("Personel sayısı", ItemOutcome.PartlyGranted, Privacy)).Should().Be(new Refusal.ItemPartUnsaid(2));
        Why(new ItemDecision("Bütçe", ItemOutcome.Granted), new ItemDecision("Personel sayısı", ItemOutcome.PartlyGranted, Privacy, "Adlar")).Should().BeNull();
        Why(new ItemDecision("Bütçe", ItemOutcome.Granted), new ItemDecision("Personel sayısı", (ItemOutcome)9)).Should().Be(new Refusal.ItemUndecided(2));
        Why(new ItemDecision("Bütçe", ItemOutcome.Granted)).Should().Be(new Refusal.ItemsChangedMeanwhile());
        Why(new ItemDecision("Bütçe", ItemOutcome.Granted, Note: new string('x', ItemDecision.LongestNote + 1)), new ItemDecision("Personel sayısı", ItemOutcome.Granted)).Should().BeOfType<Refusal.TextTooLong>();
    }

    [Fact]
    public void They_come_back_as_they_were_kept_and_stay_with_the_words_they_were_made_about()
    {
        var made = ItemDecisions.Of([new("Bütçe", ItemOutcome.Granted, Note: "Ek-1"), new ItemDecision("Personel sayısı", ItemOutcome.Refused, Privacy)]);

        ItemDecisions.Of(made.Kept).Should().Be(made);
        made.All[1].Reason!.Article.Should().Be("m.21");
        made.Over(RequestedItems.Parse(["Personel sayısı", "Araç listesi"]).Value!).All.Select(one => (one.Item, one.Outcome))
            .Should().Equal(("Personel sayısı", ItemOutcome.Refused), ("Araç listesi", null));
        made.Over(RequestedItems.None).Should().Be(ItemDecisions.None);
        ItemDecisions.Of("kırık satır").All.Should().Equal(new ItemDecision("kırık satır"));
        made.ToString().Should().NotContain("Bütçe");
    }

    [Fact]
    public void Of_several_signed_letters_each_decides_its_own_items()
    {
        var first = ItemDecisions.Of([new("Bütçe", ItemOutcome.Granted), new ItemDecision("Personel sayısı", ItemOutcome.Elsewhere)]);
        var second = ItemDecisions.Of([new("Bütçe", ItemOutcome.Elsewhere), new ItemDecision("Personel sayısı", ItemOutcome.Refused, Privacy)]);

        ItemDecisions.Together(Two, [first]).All.Select(one => one.Outcome).Should().Equal(ItemOutcome.Granted, null);
        ItemDecisions.Together(Two, [first, second]).All.Select(one => one.Outcome).Should().Equal(ItemOutcome.Granted, ItemOutcome.Refused);
    }

    [Fact]
    public void Approval_binds_to_the_decisions_too_and_a_letter_without_items_signs_as_before()
    {
        var letter = ACase.Letter;
        var granted = letter with { Items = ItemDecisions.Of([new("Bütçe", ItemOutcome.Granted)]) };

        (letter with { Items = ItemDecisions.None }).ContentHash.Should().Be(letter.ContentHash);
        granted.ContentHash.Should().NotBe(letter.ContentHash).And.NotBe((granted with { Items = ItemDecisions.Of([new("Bütçe", ItemOutcome.Refused)]) }).ContentHash);
    }

    private static Refusal? Why(params IEnumerable<ItemDecision> made) => ItemDecisions.Of(made).WhyNotComplete(Two, OtherAnswers.None);
}
