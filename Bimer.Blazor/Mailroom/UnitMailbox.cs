using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Mailroom;

/// <summary>
/// One unit's mailbox on the disk. A maildir, whose mail server puts whole mails into <c>new/</c>; or a drop folder, where files that end
/// in .eml lie in the folder itself. What was read goes to <c>cur/</c>: nothing is ever deleted here, the mailbox is the institution's own.
/// </summary>
internal sealed class UnitMailbox(UnitId unit, string path)
{
    /// <summary>A file in a drop folder may still be growing; a maildir shows whole ones only.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    public UnitId Unit => unit;

    /// <summary>Oldest first, all of them: those in front may be the ones that cannot be taken. Links are nobody's mail.</summary>
    public IReadOnlyList<FileInfo> Waiting(DateTimeOffset now) =>
    [
        .. In(Path.Combine(path, "new"), "*").Concat(In(path, "*.eml").Where(file => file.LastWriteTimeUtc <= (now - Settled).UtcDateTime))
            .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>After the commit: a kill in between finds the mail again, and its fingerprint says that it is known.</summary>
    public void PutAway(FileInfo mail)
    {
        var read = Path.Combine(path, "cur");
        Directory.CreateDirectory(read);
        var name = mail.Name.Contains(":2,", StringComparison.Ordinal) ? mail.Name : mail.Name + ":2,S";
        // Two mails of one name are two mails.
        if (File.Exists(Path.Combine(read, name))) name = $"{Guid.NewGuid():N}.{name}";
        File.Move(mail.FullName, Path.Combine(read, name));
    }

    private static IEnumerable<FileInfo> In(string folder, string pattern) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles(pattern).Where(file => file.LinkTarget is null && !file.Name.StartsWith('.')) : [];
}

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
        return [.. from box in Directory.EnumerateDirectories(folder) where byCode.ContainsKey(Path.GetFileName(box)) select new UnitMailbox(byCode[Path.GetFileName(box)], box)];
    }
}
