using System.Security.Cryptography;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>
/// <c>verify-print CODE [FILE|DIGEST]</c>: what is recorded of a printout, whether a PDF is the one that left, and whether a page, or the digest that
/// stands on a paper, says what left. For whoever keeps the machine and
/// could read the database anyway; it changes nothing and works beside a running server.
/// </summary>
public sealed class VerifyPrint(IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units, OfficerDirectory officers, IStringLocalizer<CliWords> words)
{
    /// <param name="against">A file that left or was printed from, or the digest that stands on the paper; none to be told of the printout alone.</param>
    public async Task<int> RunAsync(string code, string? against, TextWriter console, CancellationToken ct)
    {
        if (PrintCode.Parse(code) is not { IsAccepted: true, Value: var parsed }) return await CommandLine.SayAsync(console, words["PrintCodeUnread"], CommandLine.Refused);
        var digest = against is null ? null : PrintDigest.Parse(against);
        if (against is not null && digest is null && !File.Exists(against)) return await CommandLine.SayAsync(console, words["PrintFileMissing", against], CommandLine.Refused);
        if (await FindAsync(parsed, ct) is not { } trace) return await CommandLine.SayAsync(console, words["PrintUnknown", parsed], CommandLine.Refused);
        await TellAsync(trace, console, ct);
        return against is null ? CommandLine.Done : digest is null ? await CompareAsync(trace, against, console, ct) : await JudgeAsync(trace, digest, console);
    }

    private async Task<PrintTrace?> FindAsync(PrintCode code, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.PrintTraces.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code.Value, ct);
    }

    private async Task TellAsync(PrintTrace trace, TextWriter console, CancellationToken ct)
    {
        await units.ReloadAsync(ct);
        var by = await officers.NameOfAsync(trace.Officer, ct);
        await console.WriteLineAsync(words["PrintFound", new CaseNumber(trace.CaseId), by, units.NameOf(trace.Unit), IstanbulTime.ToLocal(trace.At).ToString("dd.MM.yyyy HH.mm.ss", null)]);
        await console.WriteLineAsync(words["PrintPlace", trace.Workstation, trace.Device, trace.Address]);
        await console.WriteLineAsync(words["PrintContent", Convert.ToHexStringLower(trace.ContentHash)]);
        if (trace.FileHash is { } hash) await console.WriteLineAsync(words["PrintFile", Convert.ToHexStringLower(hash)]);
    }

    private async Task<int> CompareAsync(PrintTrace trace, string file, TextWriter console, CancellationToken ct)
    {
        if (trace.FileHash is not { } recorded) return await ComparePageAsync(trace, file, console, ct);
        await using var content = File.OpenRead(file);
        var found = await SHA256.HashDataAsync(content, ct);
        var isSame = found.AsSpan().SequenceEqual(recorded);
        return await CommandLine.SayAsync(console, words[isSame ? "PrintSame" : "PrintOther"], isSame ? CommandLine.Done : CommandLine.Refused);
    }

    /// <summary>A page has no file of its own: what it says is held against what was recorded.</summary>
    private async Task<int> ComparePageAsync(PrintTrace trace, string file, TextWriter console, CancellationToken ct) =>
        PrintDigest.OfPage(await File.ReadAllTextAsync(file, ct)) is { } said
            ? await JudgeAsync(trace, said, console)
            : await CommandLine.SayAsync(console, words["PrintWasNoFile"], CommandLine.Refused);

    private Task<int> JudgeAsync(PrintTrace trace, byte[] said, TextWriter console)
    {
        var isSame = said.AsSpan().SequenceEqual(trace.ContentHash);
        return CommandLine.SayAsync(console, words[isSame ? "PrintSaysSame" : "PrintSaysOther"], isSame ? CommandLine.Done : CommandLine.Refused);
    }
}
