namespace Bimer.Domain.Kernel;

/// <summary>A petition (başvuru). The number is the identity: year × 10⁷ + serial, so 2026-0041873-5 is case 20260041873.</summary>
public readonly record struct CaseId(long Value) : IComparable<CaseId>
{
    public int CompareTo(CaseId other) => Value.CompareTo(other.Value);
    public static bool operator <(CaseId left, CaseId right) => left.Value < right.Value;
    public static bool operator >(CaseId left, CaseId right) => left.Value > right.Value;
    public static bool operator <=(CaseId left, CaseId right) => left.Value <= right.Value;
    public static bool operator >=(CaseId left, CaseId right) => left.Value >= right.Value;
}

/// <summary>One leg of a case's journey (sevk). Case × 10⁴ + its place in the case: the key says where it belongs.</summary>
public readonly record struct RoutingId(long Value) : IComparable<RoutingId>
{
    /// <summary>The most legs one case may have; the next forward is refused.</summary>
    public const int MostPerCase = 9_999;

    /// <summary>The id of a leg by its number within the case, from 1 to <see cref="MostPerCase"/>.</summary>
    public static RoutingId Of(CaseId caseId, int sequence) => new((caseId.Value * 10_000) + sequence);

    public CaseId CaseId => new(Value / 10_000);

    /// <summary>The place within the case, from 1.</summary>
    public int Sequence => (int)(Value % 10_000);

    public int CompareTo(RoutingId other) => Value.CompareTo(other.Value);
    public static bool operator <(RoutingId left, RoutingId right) => left.Value < right.Value;
    public static bool operator >(RoutingId left, RoutingId right) => left.Value > right.Value;
    public static bool operator <=(RoutingId left, RoutingId right) => left.Value <= right.Value;
    public static bool operator >=(RoutingId left, RoutingId right) => left.Value >= right.Value;
}

/// <summary>A public unit (kurum/birim) of the one tree.</summary>
public readonly record struct UnitId(int Value) : IComparable<UnitId>
{
    public int CompareTo(UnitId other) => Value.CompareTo(other.Value);
    public static bool operator <(UnitId left, UnitId right) => left.Value < right.Value;
    public static bool operator >(UnitId left, UnitId right) => left.Value > right.Value;
    public static bool operator <=(UnitId left, UnitId right) => left.Value <= right.Value;
    public static bool operator >=(UnitId left, UnitId right) => left.Value >= right.Value;
}

/// <summary>A person of the workspace (BİMER kullanıcısı).</summary>
public readonly record struct UserId(int Value);

/// <summary>A file lying with a case or a reply (ek); random, so an address can be handed out without telling anything.</summary>
public readonly record struct AttachmentId(Guid Value);

/// <summary>An answer template (cevap şablonu), whatever its wording.</summary>
public readonly record struct ReplyTemplateId(Guid Value);

/// <summary>The pseudonym a case holds instead of its applicant; only the vault knows whose it is.</summary>
public readonly record struct ApplicantRef(Guid Value);

/// <summary>Chosen by the sender once per intent: the same id twice is the same act, answered with the first outcome.</summary>
public readonly record struct CommandId(Guid Value);
