using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>One desk of <em>Yeni Başvuru</em>: how something came in, and where its page is (S12–S15, S20).</summary>
public sealed record DeskWay(IntakeChannel Channel, string Address)
{
    public static readonly IReadOnlyList<DeskWay> All =
    [
        new(IntakeChannel.Letter, Addresses.RegisterLetter), new(IntakeChannel.Fax, Addresses.RegisterFax), new(IntakeChannel.Email, Addresses.RegisterEmail),
        new(IntakeChannel.Phone150, Addresses.RegisterPhone), new(IntakeChannel.InPerson, Addresses.RegisterInPerson),
    ];

    /// <summary>The last part of the address.</summary>
    public string Name => Address[(Address.LastIndexOf('/') + 1)..];

    /// <summary>The desk of this page.</summary>
    public static DeskWay At(string path) => All.FirstOrDefault(way => string.Equals(way.Address, path, StringComparison.OrdinalIgnoreCase)) ?? All[0];

    public static DeskWay? Named(string name) => All.FirstOrDefault(way => string.Equals(way.Name, name, StringComparison.Ordinal));
}
