namespace Membership.Testing.Killing;

/// <summary>What the program was at when it was killed.</summary>
public enum KillPhase
{
    /// <summary>Starting, or taking the file in.</summary>
    Receive = 1,

    /// <summary>The upload is kept; its rows are not yet in staging.</summary>
    Read = 2,

    /// <summary>Rows go into staging.</summary>
    Stage = 3,

    /// <summary>From the commit's begin to the end of the program.</summary>
    Commit = 4,
    Undo = 5,
}

/// <summary>One kill and what was found after it.</summary>
/// <param name="Problems">Empty when nothing was lost or doubled.</param>
public sealed record KillResult(KillPhase Phase, string StateAfter, IReadOnlyList<string> Problems);
