using System.Buffers.Binary;
using System.Security.Cryptography;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>The verbs that make sense over many cases at once (toplu işlem).</summary>
public enum BulkVerb
{
    Forward,
    Hold,
    Resume,
    Recall,
    Follow,
    Unfollow,
    Acknowledge,
}

/// <summary>One verb with all it needs, the same for every case it is done to.</summary>
public abstract record BulkAct
{
    /// <summary>Sevk Et: one list for all; each goes as urgent as it came unless the list says otherwise.</summary>
    public sealed record Forward(IReadOnlyList<ForwardLine> Lines, bool KeepsPriority) : BulkAct
    {
        /// <summary>Where it goes.</summary>
        public IReadOnlyList<UnitId> Units => [.. Lines.Select(line => line.Unit)];
    }

    /// <summary>Beklemeye Al, with one explanation, reason and days for all.</summary>
    public sealed record Hold(HoldTerms Terms) : BulkAct;

    /// <summary>Beklemeden Çıkar.</summary>
    public sealed record TakeOffHold : BulkAct;

    /// <summary>Geri Al: every leg of the part that can still be taken back.</summary>
    public sealed record Recall : BulkAct;

    /// <summary>Başvuruyu Takip Et.</summary>
    /// <param name="For">For which unit; none for the person.</param>
    public sealed record Follow(UnitId? For) : BulkAct;

    /// <summary>Başvuru Takibini Bırak.</summary>
    public sealed record Unfollow(UnitId? For) : BulkAct;

    /// <summary>Bilgi Alındı.</summary>
    public sealed record Acknowledge : BulkAct;

    /// <summary>There is a verb that takes it back, and the rules of that verb say for how long.</summary>
    public bool MayBeUndone => this is Forward or Hold or Follow or Unfollow or Acknowledge;
}

/// <summary>
/// One intent over many cases. The command id of each is derived from it, so that the same click sent twice, a reconnect or "the rest
/// once more" finds what was done already done.
/// </summary>
public readonly record struct BulkIntent(Guid Id)
{
    public static BulkIntent New() => new(Guid.NewGuid());

    public CommandId Do(RoutingId target) => Derive(0, target);

    public CommandId Undo(RoutingId target) => Derive(1, target);

    private CommandId Derive(byte step, RoutingId target)
    {
        Span<byte> seed = stackalloc byte[25];
        Id.TryWriteBytes(seed);
        seed[16] = step;
        BinaryPrimitives.WriteInt64BigEndian(seed[17..], target.Value);
        return new CommandId(new Guid(SHA256.HashData(seed).AsSpan(0, 16)));
    }
}

/// <summary>What a verb answered for one row.</summary>
/// <param name="Refusal">None when all of it was done.</param>
/// <param name="DidSome">Something was done; with a refusal, not all.</param>
public readonly record struct BulkAnswer(Refusal? Refusal, bool DidSome)
{
    public static BulkAnswer Of(Outcome outcome) => new(outcome.Refusal, outcome.IsAccepted);
}
