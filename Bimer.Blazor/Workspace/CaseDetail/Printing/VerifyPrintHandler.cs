using System.Globalization;
using Bimer.Blazor.Security;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <param name="Code">As typed, or as a scanner read it.</param>
public sealed record VerifyPrint(CommandId Id, string Code);

/// <summary>
/// Çıktı doğrulama (S42): what is recorded of a printout, for who took it and who coordinates or manages their unit, while they may see the
/// case. A code of nobody and one of somebody else's are one answer, and few wrong ones an hour are answered at all. The look is recorded.
/// </summary>
public sealed class VerifyPrintHandler(PrintBook book, Throttle throttle, ICurrentActor currentActor)
{
    private const int MostMisses = 30;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<Outcome<PrintFacts>> HandleAsync(VerifyPrint command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        var code = PrintCode.Parse(command.Code);
        if (code.Refusal is { } unread) return unread;

        ThrottleKey[] tries = [new("print-code", actor.UserId.Value.ToString(CultureInfo.InvariantCulture))];
        if ((await throttle.CountAsync(tries, Window, ct))[0] > MostMisses) return new Refusal.TooManyPrintCodes();
        var found = await book.LookUpAsync(command.Id, code.Value, actor, ct);
        if (found.IsAccepted) await throttle.TakeBackAsync(tries, Window, ct);
        return found;
    }
}
