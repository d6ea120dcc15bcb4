using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>What an approver may ask to be corrected, and how much of it (S50).</summary>
public sealed class CorrectingLettersTests
{
    private static readonly LetterMark _mark = new("Tarih", "Hangi gün?");
    private readonly TestClock _clock = new();

    public static TheoryData<Correcting, Refusal?> Limits => new()
    {
        { new Correcting("", [_mark]), null },
        { new Correcting("Tarih eksik.", []), null },
        { new Correcting(" ", []), new Refusal.RevisionNoteMissing() },
        { new Correcting("", [new(" ", "Çıksın")]), new Refusal.MarkWithoutWords() },
        { new Correcting("Not", [_mark, new("Tarih", " ")]), new Refusal.MarkWithoutWords() },
        { new Correcting("", [.. Enumerable.Repeat(_mark, LetterMark.Most)]), null },
        { new Correcting("", [.. Enumerable.Repeat(_mark, LetterMark.Most + 1)]), new Refusal.TooManyMarks(LetterMark.Most) },
        { new Correcting("", [new(new string('a', LetterMark.LongestQuote), new string('b', LetterMark.LongestRemark))]), null },
        { new Correcting("", [new(new string('a', LetterMark.LongestQuote + 1), "b")]), new Refusal.TextTooLong(LetterMark.LongestQuote + 1, LetterMark.LongestQuote) },
        { new Correcting("", [new("a", new string('b', LetterMark.LongestRemark + 1))]), new Refusal.TextTooLong(LetterMark.LongestRemark + 1, LetterMark.LongestRemark) },
    };

    [Theory, MemberData(nameof(Limits))]
    public void A_note_or_a_mark_and_of_marks_no_more_than_can_be_followed(Correcting correcting, Refusal? refusal)
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).AnsweredBy(People.Zeynep, People.Kemal).Build();

        caseFile.ReturnForRevision(caseFile.Routings[0].Id, ACase.Letter.ContentHash, correcting, People.Kemal, _clock.GetUtcNow()).Refusal.Should().Be(refusal);

        caseFile.Replies[0].Marks.Should().Equal(refusal is null ? correcting.Marks : []);
        caseFile.Movements.Count(m => m.Kind == MovementKind.ReplyReturned).Should().Be(refusal is null ? 1 : 0);
    }
}
