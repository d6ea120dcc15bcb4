using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Security;

namespace Bimer.Blazor.Portal;

/// <summary>How the second page of the gate ended.</summary>
public enum GateAnswer
{
    Passed,
    WrongCode,
    DeadCode,

    /// <summary>One answer whatever was wrong.</summary>
    Refused,

    RegisterDown,

    /// <summary>No visit, or its 24 hours are over.</summary>
    NoVisit,
}

/// <summary>The code first, the register second: whoever does not hold the phone learns nothing and costs nothing.</summary>
public sealed class VerifyCodeHandler(VisitBook visits, GateCodes codes, GateCheck check, VisitCookie cookie)
{
    public async Task<GateAnswer> HandleAsync(string? typed, CancellationToken ct)
    {
        if (cookie.Token is not { } token || await visits.FindAsync(token, ct) is not { } visit) return GateAnswer.NoVisit;
        if (visit.IsVerified) return GateAnswer.Passed;
        if (visit.WasRefused) return GateAnswer.Refused;

        var answer = await codes.TryAsync(token, CodeUse.Gate, typed, ct);
        if (answer == CodeAnswer.Right) return await DecideAsync(token, visit, ct);
        // The second of two clicks: the first has used the code up and knows the answer.
        if (await visits.FindAsync(token, ct) is { IsVerified: true }) return GateAnswer.Passed;
        return answer == CodeAnswer.Wrong ? GateAnswer.WrongCode : GateAnswer.DeadCode;
    }

    private async Task<GateAnswer> DecideAsync(string token, Visit visit, CancellationToken ct)
    {
        var (verdict, identity) = await check.DecideAsync(visit, ct);
        if (verdict == GateVerdict.RegisterDown) return GateAnswer.RegisterDown;
        await visits.ChangeAsync(token, v =>
        {
            (v.Identity, v.Row.Stage) = (identity, verdict == GateVerdict.Passed ? GateStage.Verified : GateStage.Refused);
            return true;
        }, ct);
        return verdict == GateVerdict.Passed ? GateAnswer.Passed : GateAnswer.Refused;
    }
}
