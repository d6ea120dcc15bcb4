namespace Bimer.Blazor.Mailroom;

/// <summary>
/// A mailbox on the disk. A maildir, whose mail server puts whole mails into <c>new/</c>; or a drop folder, where files that end
/// in .eml lie in the folder itself. What was read goes to <c>cur/</c>: nothing is ever deleted here, the mailbox is the institution's own.
/// </summary>
internal sealed class MailFolder(string path)
{
    /// <summary>A file in a drop folder may still be growing; a maildir shows whole ones only.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

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
