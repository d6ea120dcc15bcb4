using System.Threading.Channels;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bimer.Tests.Faults;

/// <summary>Where a courier's conversation with the mail server breaks.</summary>
internal enum Break
{
    /// <summary>The process is killed while the server says nothing at all.</summary>
    KilledInSilence,

    /// <summary>Killed after DATA was asked for and before the server agreed.</summary>
    KilledBeforeBody,

    /// <summary>Killed when the whole mail is there and the server has not said 250.</summary>
    KilledBeforeYes,

    /// <summary>Killed after 250, while the program cannot commit it.</summary>
    KilledBeforeCommit,

    ResetBeforeBody,
    ResetAfterBody,
}

/// <summary>
/// The program in a process of its own hands out the letters of an office, and a mail server breaks it at chosen moments. What stood in the midst of
/// it at each kill is read from the database before the program starts again.
/// </summary>
internal sealed class KilledCourier(AnAnsweringOffice answers, SmtpServer server, IReadOnlyList<(Break What, int After)> plan)
{
    private readonly Channel<Break> _kills = Channel.CreateUnbounded<Break>();
    private readonly Lock _turn = new();
    private int _next;
    private bool _isHolding, _isUp;
    private (string Recipient, BimerDbContext Db, IDbContextTransaction Lock)? _held;

    public BimerProcess? Program { get; set; }

    /// <summary>The program stands, and may be broken: killed while it starts it would tell nothing.</summary>
    public void IsUp()
    {
        lock (_turn) _isUp = true;
    }

    /// <summary>Whom the mails were for that met each break.</summary>
    public List<(Break What, string Recipient)> Met { get; } = [];

    /// <summary>What was under way at the kills after its body had begun to leave.</summary>
    public HashSet<Guid> InTheMidst { get; } = [];

    public async Task NextKillAsync()
    {
        await _kills.Reader.ReadAsync();
        foreach (var mail in await answers.MailsAsync())
            if (mail.Status is OutboxStatus.Started or OutboxStatus.Uncertain) InTheMidst.Add(mail.Id);
    }

    /// <summary>Called by the server at every step of every mail.</summary>
    public async Task<bool> StepInAsync(SmtpStep step, string recipient)
    {
        if (step == SmtpStep.Agreed) return await KillBeforeCommitAsync(recipient);
        if (Take(step, recipient) is not { } what) return false;
        if (what == Break.KilledBeforeCommit)
        {
            _held = await HoldBackAsync(recipient);
            return false;
        }

        if (what is Break.ResetBeforeBody or Break.ResetAfterBody) return true;
        await KillAsync(what);
        return true;
    }

    public async Task KillAsync(Break what)
    {
        await Program!.Kill9Async();
        _kills.Writer.TryWrite(what);
    }

    private Break? Take(SmtpStep step, string recipient)
    {
        lock (_turn)
        {
            if (!_isUp || Program is not { HasExited: false } || _isHolding || _next == plan.Count || server.Accepted.Count < plan[_next].After) return null;
            var what = plan[_next].What;
            if (what is Break.KilledBeforeBody or Break.ResetBeforeBody != (step == SmtpStep.DataAsked)) return null;
            _next++;
            Met.Add((what, recipient));   // two mails may be at their steps at once
            _isHolding = what == Break.KilledBeforeCommit;
            _isUp = what is Break.ResetBeforeBody or Break.ResetAfterBody or Break.KilledBeforeCommit;   // of the last the kill comes later
            return what;
        }
    }

    // Nobody else writes the outbox until this is over: the 250 arrives, and what it means cannot be written down.
    private async Task<(string, BimerDbContext, IDbContextTransaction)> HoldBackAsync(string recipient)
    {
        var db = await answers.Office.DbAsync();
        var transaction = await db.Database.BeginTransactionAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Attempts, m => m.Attempts));
        return (recipient, db, transaction);
    }

    private async Task<bool> KillBeforeCommitAsync(string recipient)
    {
        if (_held is not { } held || !string.Equals(held.Recipient, recipient, StringComparison.Ordinal)) return false;
        lock (_turn) _isUp = false;
        await Program!.Kill9Async();
        await held.Lock.RollbackAsync();
        await held.Lock.DisposeAsync();
        await held.Db.DisposeAsync();
        (_held, _isHolding) = (null, false);
        _kills.Writer.TryWrite(Break.KilledBeforeCommit);
        return true;
    }
}
