using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Makes a PDF of an office file or a scan by LibreOffice, which is then drawn like any other. It works on files only: while it does, the
/// original lies opened in a room that holds nothing else and that it cannot look out of.
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
        using var room = RoomApart.Make(Path.Combine(_rooms, Guid.NewGuid().ToString("N")), _limits.OfficeFolder);
        var source = $"{Name}.{type.Extension()}";
        await using (var file = new FileStream(room[source], FileMode.CreateNew)) await original.CopyToAsync(file, ct);
        string[] words =
        [
            "--headless", "--nologo", "--norestore", $"-env:UserInstallation=file://{RoomApart.Inside}/profile",
            "--convert-to", "pdf", "--outdir", RoomApart.Inside, $"{RoomApart.Inside}/{source}",
        ];
        var answered = await new LimitedProcess(_limits).RunAsync(_limits.Office, words, Stream.Null, ct, room);
        var made = room[Name + ".pdf"];
        return answered is not null && File.Exists(made) ? await File.ReadAllBytesAsync(made, ct) : null;
    }
}
