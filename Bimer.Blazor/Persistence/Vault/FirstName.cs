using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Gives a whole file a name nobody has. Moving it without overwriting looks first and renames then: of two nodes that start at once the
/// second would put its keys in the place of those the first is already sealing with. A link is made by the system or not at all.
/// </summary>
internal static class FirstName
{
    private const int NotPermitted = 1;   // EPERM
    private const int NotSupported = 95;   // EOPNOTSUPP; both: this file system has no links

    /// <summary>The draft keeps its own name beside; whoever made it removes it.</summary>
    /// <exception cref="IOException">Somebody has the name.</exception>
    public static void Give(string draft, string path)
    {
        if (OperatingSystem.IsLinux())
        {
            if (Link(draft, path) == 0) return;
            if (Marshal.GetLastPInvokeError() is var error and not (NotPermitted or NotSupported))
                throw new IOException($"The file {path} could not be given its name.", new Win32Exception(error));
        }

        File.Move(draft, path, overwrite: false);
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string other);
}
