using System.Text;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// A room for one program that works on a stranger's file (ayrı oda): the file lies in it, and its disk is nothing but this room and the
/// programs of the machine, which it can only read. No folder of ours, no key, no settings, no other process, no network. A document
/// may point at files as it likes; they are not there. Linux gives this to users without rights where the machine allows it; where not,
/// the program is not started.
/// </summary>
internal sealed partial class RoomApart : IDisposable
{
    /// <summary>Where the room lies for who is in it.</summary>
    public const string Inside = "/oda";

    /// <summary>
    /// The disk is put together in a view of our own, then the old one is taken away, then every right to change it. "bind" with each
    /// "remount": without it the kernel is told the owner of the whole file system, whom it does not know in here.
    /// </summary>
    private const string Furnish =
        """
        set -e
        mount -t tmpfs -o mode=0755,size=1m own "$1/view"
        cd "$1/view"
        mkdir usr etc dev proc tmp old oda
        show() { mkdir -p ".$1"; mount --rbind "$1" ".$1"; mount -o remount,bind,ro,nosuid,nodev ".$1"; }
        for link in bin lib lib32 lib64 libx32 sbin; do [ ! -L "/$link" ] || cp -P "/$link" .; done
        show /usr
        for folder in /etc/alternatives /etc/fonts /etc/libreoffice /var/cache/fontconfig /var/lib/libreoffice; do [ ! -d "$folder" ] || show "$folder"; done
        for device in null zero urandom; do : > "dev/$device"; mount --bind "/dev/$device" "dev/$device"; done
        mount -t proc -o ro,nosuid,nodev,noexec own proc
        mount -t tmpfs -o mode=0700,size=64m,nosuid,nodev own tmp
        show "$2"
        mount --bind "$1/inside" oda
        mount -o remount,bind,ro "$1/view"
        /usr/sbin/pivot_root . old
        umount -l /old
        cd /oda
        shift 2
        exec setpriv --bounding-set=-all --inh-caps=-all "$@"
        """;

    /// <summary>Bytes; the system takes no longer one, but a program can make a folder deeper than that step by step.</summary>
    private const int LongestPath = 4_000;

    /// <summary>Longer than any is in use, by this process or another one on the same folder.</summary>
    private static readonly TimeSpan LongestUse = TimeSpan.FromHours(1);

    private readonly string _place;
    private readonly string _programs;
    private readonly ILogger _log;

    private RoomApart(string place, string programs, RoomBounds bounds, ILogger log) => (_place, _programs, Bounds, _log) = (place, programs, bounds, log);

    /// <summary>What the program in here may take of the machine.</summary>
    public RoomBounds Bounds { get; }

    /// <summary>What goes before a program's own words, so that it runs in here.</summary>
    public IEnumerable<string> Words =>
    [
        "unshare", "--user", "--map-root-user", "--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child", "--mount", "--", "sh", "-c", Furnish, "sh", _place, _programs,
    ];

    /// <param name="place">A folder that is not there yet. Nobody but the owner of this process enters it.</param>
    /// <param name="programs">A folder the program may read besides <c>/usr</c>.</param>
    /// <param name="bounds">Of a browser; left out, those of LibreOffice.</param>
    public static RoomApart Make(string place, string programs, ILogger log, RoomBounds? bounds = null)
    {
        foreach (var folder in (string[])[place, Path.Combine(place, "view"), Path.Combine(place, "inside")])
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new RoomApart(place, programs, bounds ?? RoomBounds.Office, log);
    }

    /// <summary>Where a file of the room lies for us.</summary>
    public string this[string name] => Path.Combine(_place, "inside", name);

    /// <summary>Never fails: what was made in the room is answered whether or not the room could be emptied.</summary>
    public void Dispose() => Remove(_place, _log);

    /// <summary>Takes away a room and what a stranger's program left in it, as far as that goes; what cannot be removed is logged and stays.</summary>
    public static void Remove(string place, ILogger log)
    {
        try
        {
            Unlock(place);
            Directory.Delete(place, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Below a path that is too long the framework asks for one without a name: that is the third.
            LogLeft(log, Path.GetFileName(place));
        }
    }

    /// <summary>What a killed process left open; called before another room is made.</summary>
    public static void RemoveForgotten(string rooms, TimeProvider clock, ILogger log)
    {
        if (!Directory.Exists(rooms)) return;

        var before = (clock.GetUtcNow() - LongestUse).UtcDateTime;
        foreach (var room in new DirectoryInfo(rooms).GetDirectories().Where(room => room.LastWriteTimeUtc < before)) Remove(room.FullName, log);
    }

    /// <summary>The program may have closed folders to their owner, who is us. Follows no link.</summary>
    private static void Unlock(string place)
    {
        var below = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        var folders = new Stack<string>([place]);
        while (folders.TryPop(out var folder))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var next in Directory.EnumerateDirectories(folder, "*", below))
                if (Encoding.UTF8.GetByteCount(next) <= LongestPath) folders.Push(next);
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "The room {Room} in the folder drawing could not be emptied; remove it by hand")]
    private static partial void LogLeft(ILogger log, string room);
}

/// <summary>What a program may take of the machine, beside the time.</summary>
/// <param name="Memory">What of its memory is counted: all addresses, or what it writes to. A browser sets terabytes of addresses aside and uses none of them.</param>
/// <param name="Times">How often the memory of the settings.</param>
/// <param name="Files">Open at one time.</param>
/// <param name="MayWrite">Into its room.</param>
internal sealed record RoomBounds(string Memory, long Times, int Files, bool MayWrite)
{
    public static readonly RoomBounds None = new("as", 1, 64, MayWrite: false);
    public static readonly RoomBounds Office = new("as", 4, 256, MayWrite: true);
    public static readonly RoomBounds Browser = new("data", 1, 1_024, MayWrite: true);
}
