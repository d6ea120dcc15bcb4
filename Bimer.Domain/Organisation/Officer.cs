using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>
/// A person of the workspace as colleagues see them (BİMER kullanıcısı). What signs them in and their citizen number live apart.
/// </summary>
public sealed class Officer
{
    private Officer() { }

    public Officer(UserId id, string givenName, string surname, string email)
    {
        Id = id;
        GivenName = givenName;
        Surname = surname;
        Email = email;
    }

    public UserId Id { get; private set; }

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>A disabled person signs in nowhere and every open screen of theirs ends.</summary>
    public bool IsActive { get; private set; } = true;

    public string FullName => GivenName + " " + Surname;

    /// <summary>The account opens no door any more; what the officer did keeps their name (pasif).</summary>
    public void Disable() => IsActive = false;
}
