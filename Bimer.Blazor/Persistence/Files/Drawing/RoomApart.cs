namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// A room for one program that works on a stranger's file (ayrı oda): the file lies in it, and its disk is nothing but this room and the
/// programs of the machine, which it can only read. No folder of ours, no key, no settings, no other process, no network. A document
/// may point at files as it likes; they are not there. Linux gives this to users without rights where the machine allows it; where not,
/// the program is not started.
/// </summary>
internal sealed class RoomApart : IDisposable
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

    private readonly string _place;
    private readonly string _programs;

    private RoomApart(string place, string programs) => (_place, _programs) = (place, programs);

    /// <summary>What goes before a program's own words, so that it runs in here.</summary>
    public IEnumerable<string> Words =>
    [
        "unshare", "--user", "--map-root-user", "--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child", "--mount", "--", "sh", "-c", Furnish, "sh", _place, _programs,
    ];

    /// <param name="place">A folder that is not there yet. Nobody but the owner of this process enters it.</param>
    /// <param name="programs">A folder the program may read besides <c>/usr</c>.</param>
    public static RoomApart Make(string place, string programs)
    {
        foreach (var folder in (string[])[place, Path.Combine(place, "view"), Path.Combine(place, "inside")])
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new RoomApart(place, programs);
    }

    /// <summary>Where a file of the room lies for us.</summary>
    public string this[string name] => Path.Combine(_place, "inside", name);

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
