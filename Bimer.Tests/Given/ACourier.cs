using System.Collections.Concurrent;
using Bimer.Blazor.Dispatch;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bimer.Tests.Given;

/// <summary>The product's courier over an office's database, as one process would run it; another process is another one of these.</summary>
internal sealed class ACourier(Office office, IMailSender mail, TimeProvider? clock = null)
{
    public static readonly OutboxKind[] Mails = [OutboxKind.ReplyMail];
    public static readonly OutboxKind[] ShortMessages = [OutboxKind.ReceiptSms, OutboxKind.ReplySms, OutboxKind.NoticeSms, OutboxKind.OpenedNotice];

    private readonly TimeProvider _clock = clock ?? office.Clock;

    public OutboxOptions Options { get; } = new() { MessageIdDomain = "bimer.example", BounceDomain = "geri.bimer.example" };

    public RememberedShortMessages Sms { get; } = new();

    /// <summary>Who takes short messages instead.</summary>
    public ISmsSender? Operator { get; init; }

    public RememberingLogger<OutboxDelivery> Log { get; } = new();

    public OutboxLeases Leases => new(Get<IDbContextFactory<BimerDbContext>>(), Get<WriteGate>(), Get<LiveFeed>(), _clock);

    public OutgoingLetters Letters => new(Get<IDbContextFactory<BimerDbContext>>(), Get<IdentityVault>(), Get<ReplyLetterReader>(), Get<ScannedFiles>(), Wrapped);

    public OutgoingNotices Notices => new(Get<IDbContextFactory<BimerDbContext>>(), Get<IdentityVault>(), Get<ForwardNotices>(), Wrapped);

    public OutboxDelivery Delivery => new(Leases, new Conveyance(Letters, Notices, mail, Operator ?? Sms), Wrapped, _clock, Log);

    public OutboxCourier Service => new(Delivery, Get<LiveFeed>(), Wrapped, _clock, NullLogger<OutboxCourier>.Instance);

    private IOptions<OutboxOptions> Wrapped => Microsoft.Extensions.Options.Options.Create(Options);

    /// <summary>Everything that is due now; returns how many messages were taken.</summary>
    public async Task<int> DrainAsync(params OutboxKind[] kinds)
    {
        var taken = 0;
        while (await Delivery.DeliverNextAsync(kinds.Length == 0 ? Mails : kinds, CancellationToken.None)) taken++;
        return taken;
    }

    private T Get<T>()
        where T : notnull => office.Services.GetRequiredService<T>();
}

/// <summary>An operator that takes everything.</summary>
internal sealed class RememberedShortMessages : ISmsSender
{
    private readonly ConcurrentQueue<(string Number, string Text)> _sent = new();

    public IReadOnlyList<(string Number, string Text)> Sent => [.. _sent];

    public SmsDelivery Answer { get; set; } = SmsDelivery.Accepted;

    /// <summary>Takes the message and then breaks instead of answering.</summary>
    public Exception? Breaks { get; set; }

    public async Task<SmsDelivery> SendAsync(ShortMessage message, AboutToStartData aboutToStart, CancellationToken ct)
    {
        await aboutToStart(ct);
        if (Answer == SmsDelivery.Accepted) _sent.Enqueue((message.Number, message.Text));
        return Breaks is null ? Answer : throw Breaks;
    }
}

/// <summary>A gateway with a bug: the mail reaches the server, and then it throws what nobody foresaw.</summary>
/// <param name="inner">Carries the mail.</param>
/// <param name="fault">What is thrown then.</param>
/// <param name="stops">The program is told to stop at that moment.</param>
internal sealed class BrokenSender(IMailSender inner, Exception fault, CancellationTokenSource? stops) : IMailSender
{
    public async Task<MailDelivery> SendAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        await inner.SendAsync(mail, aboutToStartData, ct);
        if (stops is not null) await stops.CancelAsync();
        throw fault;
    }
}

/// <summary>A sender that can be held up: before it talks to the server, and after the server answered.</summary>
internal sealed class HeldSender(IMailSender inner) : IMailSender
{
    public TaskCompletionSource? Before { get; init; }

    public TaskCompletionSource? After { get; init; }

    /// <summary>Completes when the sender stands where it is held.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<MailDelivery> SendAsync(OutgoingMail mail, AboutToStartData aboutToStartData, CancellationToken ct)
    {
        if (Before is not null) await HoldAsync(Before);
        var delivery = await inner.SendAsync(mail, aboutToStartData, ct);
        if (After is not null) await HoldAsync(After);
        return delivery;
    }

    private Task HoldAsync(TaskCompletionSource until)
    {
        Waits.TrySetResult();
        return until.Task;
    }
}
