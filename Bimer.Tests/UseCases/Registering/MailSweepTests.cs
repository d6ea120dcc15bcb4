using Bimer.Blazor.Mailroom;
using Bimer.Tests.Given;
using Bimer.Tests.Mime;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What cannot be taken stops nothing else, and what is not taken is not silent.</summary>
public sealed class MailSweepTests
{
    [Fact]
    public async Task Mails_that_cannot_be_taken_do_not_stop_those_behind_them_however_many_they_are()
    {
        await using var mailbox = await AMailbox.OpenAsync(Kind.Sqlite, services => services.Configure<MailIntakeOptions>(options => options.AtOnce = 2));
        var held = Enumerable.Range(1, 3).Select(n => mailbox.Deliver(Mail(n), $"{n}")).Select(file => new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)).ToList();
        for (var n = 4; n <= 6; n++) mailbox.Deliver(Mail(n), $"{n}");

        (await mailbox.RoundAsync()).Should().Be(2, "so many are taken at once");
        (await mailbox.RoundAsync()).Should().Be(1);
        foreach (var file in held) await file.DisposeAsync();

        (await mailbox.RoundAsync() + await mailbox.RoundAsync()).Should().Be(3, "they can be read now");
    }

    [Fact]
    public async Task A_mailbox_at_which_something_unforeseen_happens_stops_no_other()
    {
        await using var mailbox = await AMailbox.OpenAsync(Kind.Sqlite, services => services.AddSingleton<IOptions<MailIntakeOptions>, FailingOnce>());
        mailbox.Deliver(Mail(1));
        mailbox.Deliver(Mail(2), to: mailbox.Office.Unit("BİMER Merkezi"));

        (await mailbox.RoundAsync()).Should().Be(1, "only the first mailbox failed");
        (await mailbox.RoundAsync()).Should().Be(1, "and was tried again");
    }

    private static byte[] Mail(int n) => AMimeMail.Of($"Message-ID: <{n}@posta.example>", "From: a@b.example", "", "Bir istek");

    /// <summary>The first mailbox of the first round asks in vain how much it may take.</summary>
    private sealed class FailingOnce(IOptionsFactory<MailIntakeOptions> made) : IOptions<MailIntakeOptions>
    {
        private int _asked;

        public MailIntakeOptions Value => ++_asked == 2 ? throw new InvalidOperationException("Unforeseen.") : made.Create(Options.DefaultName);
    }
}
