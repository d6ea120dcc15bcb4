using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>C4: what each answer means at its place, asked of a server that really gives it.</summary>
public sealed class SmtpVerdictTests
{
    private enum Meaning
    {
        Accepted,
        Later,
        Never,
        NotReached,
        Uncertain,
    }

    public static TheoryData<SmtpMoment, int, string> Answers
    {
        get
        {
            var answers = new TheoryData<SmtpMoment, int, string>();
            foreach (var (moment, meaning, codes) in Table())
            {
                foreach (var code in codes) answers.Add(moment, code, meaning.ToString());
            }
            return answers;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_decides_about_the_mail_according_to_its_place(SmtpMoment moment, int code, string meaning)
    {
        await using var server = SmtpServer.Start();
        server.Answers[moment] = code;
        var committed = 0;

        var delivery = await AMail.Sender(server).SendAsync(AMail.To("a@posta.example"), _ => Task.FromResult(committed++), default);

        delivery.Should().Be(Expected(Enum.Parse<Meaning>(meaning), code));
        var reachesTheMessage = moment == SmtpMoment.Message || delivery is MailDelivery.Accepted;
        committed.Should().Be(reachesTheMessage ? 1 : 0, "it is committed for a message that leaves, and for no other");
        server.Received.Should().HaveCount(reachesTheMessage ? 1 : 0);
    }

    private static IEnumerable<(SmtpMoment Moment, Meaning Meaning, int[] Codes)> Table() =>
    [
        // The server refuses everybody: nothing is said about this mail.
        (SmtpMoment.Greeting, Meaning.Later, [421, 450, 521, 554]),
        (SmtpMoment.Hello, Meaning.Later, [421, 451, 550, 554]),
        (SmtpMoment.Greeting, Meaning.NotReached, [354]),
        (SmtpMoment.Sender, Meaning.Accepted, [250]),
        (SmtpMoment.Sender, Meaning.Later, [421, 451, 452, 530, 535]),
        (SmtpMoment.Sender, Meaning.Never, [500, 501, 550, 552, 553]),
        (SmtpMoment.Recipient, Meaning.Accepted, [250, 251, 252]),
        // Greylisting, a busy or a full mailbox; 552 is a full one too.
        (SmtpMoment.Recipient, Meaning.Later, [421, 450, 451, 452, 455, 530, 552]),
        (SmtpMoment.Recipient, Meaning.Never, [500, 501, 503, 550, 551, 553, 554, 556]),
        (SmtpMoment.Data, Meaning.Later, [421, 451]),
        (SmtpMoment.Data, Meaning.Never, [503, 550, 554]),
        (SmtpMoment.Data, Meaning.NotReached, [250, 334]),
        (SmtpMoment.Message, Meaning.Accepted, [250]),
        (SmtpMoment.Message, Meaning.Later, [421, 450, 451, 452, 455]),
        (SmtpMoment.Message, Meaning.Never, [550, 552, 554]),
        // An answer that says neither yes nor no to a message that has left.
        (SmtpMoment.Message, Meaning.Uncertain, [354]),
    ];

    private static MailDelivery Expected(Meaning meaning, int code) => meaning switch
    {
        Meaning.Accepted => new MailDelivery.Accepted(250),
        Meaning.Later => new MailDelivery.TemporarilyRefused(code),
        Meaning.Never => new MailDelivery.PermanentlyRefused(code),
        Meaning.NotReached => new MailDelivery.NotReached(MailFault.ProtocolBroken),
        _ => new MailDelivery.Uncertain(MailFault.ProtocolBroken),
    };
}
