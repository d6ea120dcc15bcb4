using Bimer.Domain.Applicants;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Persistence.Registers;

/// <summary>The only way to the identity register: trace first, question second, ending last, one row for every question.</summary>
public sealed class IdentityDesk(ITraceLedger ledger, IIdentityRegistry registry)
{
    /// <summary>The register's own name of the one service that is asked.</summary>
    public const string PersonService = "KisiSorgulaTCKimlikNo";

    public async Task<RegistryAnswer> AskAsync(TraceSubject subject, NationalId person, CancellationToken ct)
    {
        var trace = await ledger.OpenAsync(subject, ct);
        var ending = TraceEnding.Fault;
        try
        {
            var answer = await registry.AskAsync(new RegistryQuestion(trace, person), ct);
            ending = EndingOf(answer);
            return answer;
        }
        catch (OperationCanceledException)
        {
            ending = TraceEnding.Cancelled;
            throw;
        }
        finally
        {
            // Also for a visitor who left: the question was on the wire.
            await ledger.CloseAsync(trace, ending, CancellationToken.None);
        }
    }

    private static TraceEnding EndingOf(RegistryAnswer answer) => answer switch
    {
        RegistryAnswer.Failed { Fault: RegistryFault.TimedOut } => TraceEnding.TimedOut,
        RegistryAnswer.Failed => TraceEnding.Fault,
        _ => TraceEnding.Answered,
    };
}
