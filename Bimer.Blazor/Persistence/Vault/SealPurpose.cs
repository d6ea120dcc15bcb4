using System.Text;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>What a sealed value is for. Bound into the seal: an address cannot be opened as a phone.</summary>
public readonly record struct SealPurpose
{
    /// <summary>Who filed a case: name, citizen number, contact.</summary>
    public static readonly SealPurpose ApplicantIdentity = new("applicant-identity");

    /// <summary>A filing that is not finished yet.</summary>
    public static readonly SealPurpose FilingDraft = new("filing-draft");

    /// <summary>What an officer has typed of a letter that is not recorded yet.</summary>
    public static readonly SealPurpose DeskIntake = new("desk-intake");

    /// <summary>What stands in a mail that came to an institution's mailbox.</summary>
    public static readonly SealPurpose ReceivedMail = new("received-mail");

    /// <summary>What is compared with the register once it answers again.</summary>
    public static readonly SealPurpose PendingVerification = new("pending-verification");

    /// <summary>What a citizen calls a file of such a filing.</summary>
    public static readonly SealPurpose DraftFileName = new("draft-file-name");

    /// <summary>The citizen number an officer signs in with.</summary>
    public static readonly SealPurpose OfficerNationalId = new("officer-national-id");

    /// <summary>The phone an officer's codes go to.</summary>
    public static readonly SealPurpose OfficerPhone = new("officer-phone");

    public SealPurpose(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Length > 64 || !Ascii.IsValid(name)) throw new ArgumentException("Purposes are short ASCII codes.", nameof(name));
        Name = name;
    }

    public string Name { get; }
}
