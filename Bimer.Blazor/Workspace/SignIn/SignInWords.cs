namespace Bimer.Blazor.Workspace.SignIn;

/// <summary>Names the words of this room: SignInWords.resx (Turkish) and SignInWords.en.resx.</summary>
public sealed class SignInWords;
