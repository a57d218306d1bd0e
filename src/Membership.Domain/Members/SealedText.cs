namespace Membership.Domain.Members;

/// <summary>
/// An encrypted value as it is stored: nothing can read it by accident, since opening it takes the key ring and is always a
/// call that can be seen in the code.
/// </summary>
/// <param name="Text">Base64 of key id, nonce, cipher text and tag.</param>
public readonly record struct SealedText(string Text)
{
    public override string ToString() => "(đã mã hóa)";
}
