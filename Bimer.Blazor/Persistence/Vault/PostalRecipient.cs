namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Whom a printed letter is addressed to: what stands in the window of the envelope, and nothing else of the applicant. <see cref="ToString"/> tells nothing, so no log can.
/// </summary>
/// <param name="Name">The title of the legal entity, or the person's full name; empty where a letter named nobody.</param>
/// <param name="Address">As it was given, or as the register has it; empty where there is none.</param>
public sealed record PostalRecipient(string Name, string Address)
{
    internal static PostalRecipient Of(ApplicantIdentity identity) => identity.Entity is { } entity
        ? new(entity.Title, entity.Address)
        : new(identity.FullName, identity.ContactAddress is { Length: > 0 } contact ? contact : identity.RegisterAddress ?? "");

    /// <summary>Line by line, as it stands in the window.</summary>
    public IReadOnlyList<string> Lines =>
        [.. new[] { Name }.Concat(Address.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0)];

    public override string ToString() => nameof(PostalRecipient);
}
