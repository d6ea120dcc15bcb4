namespace Bimer.Blazor.Persistence;

/// <summary>
/// Who works in the data folder, told to other processes by a lock on a file: it goes with its process, however that one ends. Of two
/// servers on one SQLite file each would leave the other's screens as they are, and what a command writes no open screen hears of.
/// </summary>
internal sealed class FolderHold(DataFolder folder, DatabaseOptions options)
{
    /// <param name="alone">Also beside a server on PostgreSQL, where servers may stand beside each other.</param>
    /// <returns>Held until it is disposed.</returns>
    /// <exception cref="DatabaseRefusedException">Another process is there.</exception>
    public IDisposable Take(bool alone)
    {
        folder.Make();
        var sharing = alone || options.Provider == DatabaseProvider.Sqlite ? FileShare.None : FileShare.ReadWrite;
        try
        {
            return new FileStream(folder.ServingLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, sharing);
        }
        catch (IOException) when (File.Exists(folder.ServingLock))
        {
            throw new DatabaseRefusedException($"Another process of Bimer works in {folder.Root}. Stop it first, or give this one a folder of its own ({DataFolder.Setting}).");
        }
    }
}
