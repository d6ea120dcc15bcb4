using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Makes a PDF of an office file or a scan by LibreOffice, which is then drawn like any other. It works on files only: while it does, the
/// original lies opened in a folder that nobody but this program may enter.
/// </summary>
internal sealed class OfficeConversion
{
    private const string Name = "belge";

    private readonly DrawingOptions _limits;
    private readonly string _rooms;

    public OfficeConversion(DataFolder folder, DrawingOptions limits)
    {
        (_limits, _rooms) = (limits, Path.Combine(folder.Root, "drawing"));
        if (Directory.Exists(_rooms)) Directory.Delete(_rooms, recursive: true);   // what a killed process left open
    }

    /// <returns>None when it could not be made.</returns>
    public async Task<byte[]?> ToPdfAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        var room = MakeRoom();
        try
        {
            var source = Path.Combine(room, $"{Name}.{type.Extension()}");
            await using (var file = new FileStream(source, FileMode.CreateNew)) await original.CopyToAsync(file, ct);
            string[] words =
                ["--headless", "--nologo", "--norestore", $"-env:UserInstallation=file://{room}/profile", "--convert-to", "pdf", "--outdir", room, source];
            var answered = await new LimitedProcess(_limits).RunAsync(_limits.Office, words, Stream.Null, ct, room);
            var made = Path.Combine(room, Name + ".pdf");
            return answered is not null && File.Exists(made) ? await File.ReadAllBytesAsync(made, ct) : null;
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    private string MakeRoom()
    {
        var room = Path.Combine(_rooms, Guid.NewGuid().ToString("N"));
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(room);
        else Directory.CreateDirectory(room, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return room;
    }
}
