using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Mailroom;

/// <summary>One unit's mailbox on the disk.</summary>
internal sealed record UnitMailbox(UnitId Unit, MailFolder Folder);

/// <summary>Every unit's mailbox there is.</summary>
public sealed class Mailboxes(UnitDirectory units, IOptions<MailIntakeOptions> options, DataFolder data, IConfiguration configuration)
{
    internal MimeLimits Limits => new(options.Value.LargestMail);

    internal int AtOnce => options.Value.AtOnce;

    internal IReadOnlyList<UnitMailbox> All()
    {
        var folder = options.Value.Folder;
        if (folder.Length == 0 && configuration.GetValue<bool>("Bimer:Simulate:Mail")) folder = data.SimulatedMailboxes;
        if (folder.Length == 0 || !Directory.Exists(folder)) return [];
        var byCode = units.All.ToDictionary(unit => unit.Code.Value, unit => unit.Id, StringComparer.Ordinal);
        return [.. from box in Directory.EnumerateDirectories(folder) where byCode.ContainsKey(Path.GetFileName(box)) select new UnitMailbox(byCode[Path.GetFileName(box)], new MailFolder(box))];
    }
}
