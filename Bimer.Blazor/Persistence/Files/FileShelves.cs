namespace Bimer.Blazor.Persistence.Files;

/// <summary>Where files lie on disk: two levels of folders, so none grows without end. Follows no symbolic link.</summary>
internal sealed class FileShelves(string root)
{
    public const string DraftEnding = ".part";

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
        string[] way = [root, Path.Combine(root, name[..2]), Path.Combine(root, name[..2], name[2..4])];
        var place = Path.Combine(way[^1], name);
        return way.Append(place).Any(IsLink) ? throw new BrokenFileException(id) : place;
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

    public IEnumerable<(StoredFileId Id, DateTimeOffset WrittenAt)> All() =>
        from file in Files()
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

    private IEnumerable<FileInfo> Files() =>
        Directory.Exists(root) ? new DirectoryInfo(root).EnumerateFiles("*", Everything) : [];

    private static bool IsLink(string path) => new FileInfo(path) is { Exists: true } or { LinkTarget: not null }
        ? File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)
        : Directory.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
}
