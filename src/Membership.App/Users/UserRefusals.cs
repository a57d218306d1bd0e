using Membership.Domain;

namespace Membership.App.Users;

/// <summary>Wrong name, wrong password, locked or disabled: one answer, which tells a stranger nothing.</summary>
public sealed record SignInRefused : Refusal;

/// <summary>The code is wrong, was used before, or there were too many wrong ones.</summary>
public sealed record CodeRefused : Refusal;

/// <summary>Somebody who is signed in typed a password that is not hers.</summary>
public sealed record OwnPasswordRefused : Refusal;

public sealed record PasswordIsTheOldOne : Refusal;

public sealed record SecondFactorIsOn : Refusal;

public sealed record SecondFactorIsOff : Refusal;

public sealed record UserNotFound : Refusal;

/// <summary>Nobody has this account name, or she is disabled.</summary>
public sealed record NoUserOfThatName(string UserName) : Refusal;

public sealed record UserNameTaken(string UserName) : Refusal;

public sealed record CannotDisableYourself : Refusal;

/// <summary>One's own password is changed with the old one.</summary>
public sealed record CannotResetYourself : Refusal;

/// <summary>Nobody would be left who can manage the users of all places.</summary>
public sealed record LastAdministrator : Refusal;

/// <summary>The user has roles, or was to have one, beyond what the actor may manage.</summary>
public sealed record BeyondYourScope : Refusal;

/// <summary>The same role, place and organization on days that the user has it already.</summary>
public sealed record GrantedAlready : Refusal;

public sealed record GrantEndsBeforeItBegins : Refusal;

public sealed record GrantNotFound : Refusal;
