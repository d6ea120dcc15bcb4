using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>How many rows of each kind a box has (S23).</summary>
public readonly record struct KindCounts(int Request, int Complaint, int TipOff, int Opinion, int InformationRequest, int Thanks)
{
    /// <summary>Of all kinds together.</summary>
    public int Total => Request + Complaint + TipOff + Opinion + InformationRequest + Thanks;

    public int Of(CaseKind kind) => kind switch
    {
        CaseKind.Request => Request,
        CaseKind.Complaint => Complaint,
        CaseKind.TipOff => TipOff,
        CaseKind.Opinion => Opinion,
        CaseKind.InformationRequest => InformationRequest,
        _ => Thanks,
    };

    /// <summary>Of these kinds together; of all where none is asked for.</summary>
    public int Of(Several<CaseKind>? kinds)
    {
        if (kinds is null) return Total;
        var sum = 0;
        foreach (var kind in kinds.Values) sum += Of(kind);
        return sum;
    }

    /// <summary>The same with another count of one kind: the rows that were read are what the screen shows.</summary>
    public KindCounts With(CaseKind kind, int count) => kind switch
    {
        CaseKind.Request => this with { Request = count },
        CaseKind.Complaint => this with { Complaint = count },
        CaseKind.TipOff => this with { TipOff = count },
        CaseKind.Opinion => this with { Opinion = count },
        CaseKind.InformationRequest => this with { InformationRequest = count },
        _ => this with { Thanks = count },
    };

    /// <summary>Of two parts of one box.</summary>
    public KindCounts Plus(KindCounts other) => new(
        Request + other.Request, Complaint + other.Complaint, TipOff + other.TipOff, Opinion + other.Opinion, InformationRequest + other.InformationRequest, Thanks + other.Thanks);

    /// <summary>Of rows that are at hand.</summary>
    public static KindCounts Of(IReadOnlyList<BoxRow> rows) => Of(rows.CountBy(r => r.Kind).ToDictionary());

    /// <summary>Of what was counted by kind, each once.</summary>
    public static KindCounts Of(IReadOnlyList<KindCount> counts) => Of(counts.ToDictionary(c => c.Kind, c => c.Count));

    /// <summary>Of what was counted by kind.</summary>
    public static KindCounts Of(IReadOnlyDictionary<CaseKind, int> counts)
    {
        int At(CaseKind kind) => counts.TryGetValue(kind, out var count) ? count : 0;
        return new(At(CaseKind.Request), At(CaseKind.Complaint), At(CaseKind.TipOff), At(CaseKind.Opinion), At(CaseKind.InformationRequest), At(CaseKind.Thanks));
    }
}

/// <param name="Count">Rows of this kind.</param>
public readonly record struct KindCount(CaseKind Kind, int Count);
