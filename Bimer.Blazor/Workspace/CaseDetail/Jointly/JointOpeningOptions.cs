namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

/// <summary>Section <c>Bimer:Privacy</c>: what a house allows beyond S33.</summary>
public sealed class JointOpeningOptions
{
    public const string Section = "Bimer:Privacy";

    /// <summary>Two together may open what an officer hid who has left (iki yetkiliyle açma). Off: nothing of it is shown, and nothing asked.</summary>
    public bool JointOpening { get; set; }
}
