namespace Bimer.Blazor.Persistence;

/// <summary>Where everything that must survive a restart lies. Moved by <c>Bimer:DataPath</c>; <c>./data</c> of the caller otherwise.</summary>
public sealed class DataFolder
{
    /// <summary>The configuration key of the root.</summary>
    public const string Setting = "Bimer:DataPath";

    public DataFolder(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = Path.GetFullPath(root);
    }

    /// <summary>Absolute; not necessarily there yet.</summary>
    public string Root { get; }

    /// <summary>The SQLite file; unused on PostgreSQL.</summary>
    public string Database => Path.Combine(Root, "bimer.db");

    /// <summary>Held by the process that changes the schema of the SQLite file; an empty file stays behind.</summary>
    public string MigrationLock => Path.Combine(Root, "bimer.db-migrating");

    /// <summary>Held by whoever serves or seeds; an empty file stays behind.</summary>
    public string ServingLock => Path.Combine(Root, "serving");

    /// <summary>The key file of the vault lies here, outside the database.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Attachments, each sealed under a random id.</summary>
    public string Files => Path.Combine(Root, "files");

    /// <summary>What the simulated gateways would have sent.</summary>
    public string Captured => Path.Combine(Root, "captured");

    /// <summary>The units' mailboxes while mail is simulated.</summary>
    public string SimulatedMailboxes => Path.Combine(Captured, "gelen");

    /// <summary>Makes the folder where it is not there, open to the service's own account alone: what people wrote lies in the database unsealed.</summary>
    public void Make()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Root);
        else Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static DataFolder From(IConfiguration configuration) =>
        new(configuration[Setting] is { } path && !string.IsNullOrWhiteSpace(path) ? path : "data");
}
