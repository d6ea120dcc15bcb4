using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// A renamed file survives a power cut only when its directory has been flushed too, and .NET cannot open a directory.
/// On systems other than Linux the file system is trusted with it.
/// </summary>
internal static class DirectoryFlush
{
    private const int Flags = 0x80000;   // O_RDONLY | O_CLOEXEC; O_DIRECTORY differs between processors and is not needed
    private const int InvalidForThisFileSystem = 22;   // EINVAL: some network shares have nothing to flush

    public static void ToDisk(string directory)
    {
        if (!OperatingSystem.IsLinux()) return;

        var descriptor = Open(directory, Flags);
        if (descriptor < 0) throw Failed(directory);
        try
        {
            if (FSync(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidForThisFileSystem) throw Failed(directory);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string directory) =>
        new($"The directory {directory} could not be flushed to disk.", new Win32Exception(Marshal.GetLastPInvokeError()));

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
