namespace Bimer.Blazor.Persistence.Files;

/// <summary>Where files lie on disk: two levels of folders, so none grows without end. Follows no symbolic link.</summary>
internal sealed class FileShelves(string root)
{
    public const string DraftEnding = ".part";

    /// <summary>What a scanner said of a file lies beside it under this ending.</summary>
    public const string VerdictEnding = ".scan";

    /// <summary>The folder of files that no row knew; no shelf has such a name.</summary>
    private const string Unclaimed = "unclaimed";

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <exception cref="BrokenFileException">The file, or a folder on the way, is a symbolic link.</exception>
    public string PlaceOf(StoredFileId id)
    {
        var name = id.ToString();
        return Checked(id, root, Path.Combine(root, name[..2]), Path.Combine(root, name[..2], name[2..4]));
    }

    /// <summary>Where a file lies that was set aside. The folder is made when it is not there.</summary>
    /// <exception cref="BrokenFileException">As for <see cref="PlaceOf"/>.</exception>
    public string PlaceAside(StoredFileId id)
    {
        Directory.CreateDirectory(Path.Combine(root, Unclaimed));
        return Checked(id, root, Path.Combine(root, Unclaimed));
    }

    /// <summary>Its place, or the one aside when it lies there.</summary>
    public string WhereItLies(StoredFileId id) =>
        PlaceOf(id) is var place && !File.Exists(place) && File.Exists(Path.Combine(root, Unclaimed, id.ToString())) ? PlaceAside(id) : place;

    /// <summary>The file first: a crash between the two leaves one that is scanned again.</summary>
    public static void MoveWithVerdict(string from, string to)
    {
        File.Move(from, to);
        if (File.Exists(from + VerdictEnding)) File.Move(from + VerdictEnding, to + VerdictEnding, overwrite: true);
    }

    public string PlaceForNew(StoredFileId id)
    {
        var place = PlaceOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }

    public static FileStream CreateDraft(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    public IEnumerable<(StoredFileId Id, DateTimeOffset WrittenAt)> All() => Named(Files());

    /// <summary>Those set aside, with the instant at which they were.</summary>
    public IEnumerable<(StoredFileId Id, DateTimeOffset WrittenAt)> Aside() => Named(FilesBelow(Path.Combine(root, Unclaimed)));

    private static IEnumerable<(StoredFileId Id, DateTimeOffset WrittenAt)> Named(IEnumerable<FileInfo> files) =>
        from file in files
        let id = Guid.TryParseExact(file.Name, "N", out var value) ? new StoredFileId(value) : default
        where id != default
        select (id, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));

    public int RemoveDrafts(DateTimeOffset before)
    {
        var drafts = Files().Where(file => file.Name.EndsWith(DraftEnding, StringComparison.Ordinal)
            && file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        drafts.ForEach(draft => draft.Delete());
        return drafts.Count;
    }

    private IEnumerable<FileInfo> Files() => FilesBelow(root).Where(file => !string.Equals(file.Directory!.Name, Unclaimed, StringComparison.Ordinal));

    private static IEnumerable<FileInfo> FilesBelow(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*", Everything) : [];

    private static string Checked(StoredFileId id, params string[] way) =>
        Path.Combine(way[^1], id.ToString()) is var place && way.Append(place).Any(IsLink) ? throw new BrokenFileException(id) : place;

    private static bool IsLink(string path) => new FileInfo(path) is { Exists: true } or { LinkTarget: not null }
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)
        : Directory.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
}
