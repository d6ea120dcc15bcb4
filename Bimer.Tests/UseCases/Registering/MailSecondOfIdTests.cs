using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>One Message-ID over other words is another petition; over the same words it is one mail, whenever it comes (S12).</summary>
public sealed class MailSecondOfIdTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_known_message_id_over_other_words_waits_as_a_mail_of_its_own_and_says_so(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        mailbox.Deliver(AMimeMail.Whole);
        (await mailbox.RoundAsync()).Should().Be(1);
        var first = mailbox.Office.Clock.GetUtcNow();
        mailbox.Office.Clock.Pass(TimeSpan.FromHours(1));
        mailbox.Deliver(Other(), "2");

        (await mailbox.RoundAsync()).Should().Be(1);

        var queue = await mailbox.QueueAsync();
        queue.Select(line => line.IsSecondOfId).Should().Equal(false, true);
        await mailbox.OpenMailAsync(queue[1].Id);
        (await mailbox.BesideAsync())!.Should().BeEquivalentTo(new { Text = "Bambaşka bir istek", SameId = ((DateTimeOffset, MailState)?)(first, MailState.Waiting) });
        mailbox.Deliver([.. "X-Way: other\r\n"u8, .. Other()], "3");
        mailbox.Deliver([.. "X-Way: other\r\n"u8, .. AMimeMail.Whole], "4");
        (await mailbox.RoundAsync()).Should().Be(0, "each of the two came another way and says the same");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_mail_that_became_a_case_is_still_told_from_another_of_its_id(Kind kind)
    {
        await using var mailbox = await AMailbox.OpenAsync(kind);
        mailbox.Deliver(AMimeMail.Whole);
        await mailbox.RoundAsync();
        await mailbox.OpenMailAsync((await mailbox.QueueAsync()).Single().Id);
        await mailbox.Desk.RecordAsync(MailIntakeTests.Completed((await mailbox.SitAsync()).Form));

        mailbox.Deliver([.. "X-Way: other\r\n"u8, .. AMimeMail.Whole], "2");
        (await mailbox.RoundAsync()).Should().Be(0, "nothing of it is kept but what is compared here");
        mailbox.Deliver(Other(), "3");
        (await mailbox.RoundAsync()).Should().Be(1);

        await mailbox.OpenMailAsync((await mailbox.QueueAsync()).Single().Id);
        (await mailbox.BesideAsync())!.SameId!.Value.State.Should().Be(MailState.Registered);
    }

    private static byte[] Other() => AMimeMail.Of("Message-ID: <bir@posta.example>", "From: baska@posta.example", "", AMimeMail.Utf8("Bambaşka bir istek"));
}
