using System.Xml;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>One XML part of a package: no DTD, nothing fetched, bounded depth and names.</summary>
internal sealed class XlsxPart : IDisposable
{
    private const int DeepestElement = 64;

    private readonly XlsxPartStream _stream;

    public XlsxPart(string name, XlsxPartStream stream)
    {
        Name = name;
        _stream = stream;
        Xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(name),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            // A control character written as a reference is an error of one row, not the end of the file.
            CheckCharacters = false,
        });
    }

    public string Name { get; }

    public XmlReader Xml { get; }

    public long Position => _stream.Position;

    /// <summary>The same name as an object that every equal name in this part is.</summary>
    public string Atom(string name) => Xml.NameTable.Add(name);

    /// <summary>To the next node; false at the end.</summary>
    public bool Read()
    {
        if (!Xml.Read())
            return false;
        if (Xml.Depth > DeepestElement)
            throw Damage();
        return true;
    }

    /// <summary>To the root element; refuses another one than expected.</summary>
    public void ReadRoot(string expected)
    {
        while (Read() && Xml.NodeType != XmlNodeType.Element)
        {
        }

        if (Xml.NodeType != XmlNodeType.Element || Xml.LocalName != expected)
            throw Damage();
    }

    /// <summary>To the next element inside one that stands at <paramref name="depth"/>; false at its end.</summary>
    public bool ReadChild(int depth)
    {
        while (Read() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    /// <summary>Past everything inside the current element; the reader's own Skip has no limit of depth.</summary>
    public void Skip()
    {
        if (Xml.NodeType != XmlNodeType.Element || Xml.IsEmptyElement)
            return;
        var depth = Xml.Depth;
        while (Read() && Xml.Depth > depth)
        {
        }
    }

    /// <summary>Appends the text of the current element, without that of its children.</summary>
    public void AppendText(CharBuffer text)
    {
        if (Xml.IsEmptyElement)
            return;
        var (depth, start) = (Xml.Depth, text.Length);
        while (Read() && Xml.Depth > depth)
        {
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(Xml);
            else
                Skip();
        }

        text.Unescape(start);
    }

    /// <summary>Appends a string item: plain, or runs of rich text with their fonts; furigana is no part of it.</summary>
    public void AppendRichText(CharBuffer text)
    {
        if (Xml.IsEmptyElement)
            return;
        var depth = Xml.Depth;
        FontLetters? font = null;
        var isStruck = false;
        while (ReadChild(depth))
        {
            if (Xml.LocalName == "t")
            {
                AppendText(text);
                text.EndStrike(isStruck);
                text.EndRun(font);
            }
            else if (Xml.LocalName == "r")
                (font, isStruck) = (null, false);
            else if (Xml.LocalName == "strike")
                isStruck = XlsxStyles.IsOn(this);
            else if (Xml.LocalName == "rFont")
                font = XlsxStyles.LettersOf(Xml.GetAttribute("val") ?? "");
            else if (Xml.LocalName != "rPr")
                Skip();
        }
    }

    /// <summary>To the end without parsing, so that the checksum is compared.</summary>
    public void Drain() => _stream.Drain();

    public UnreadableWorkbookException Damage() => new(new Damaged(Name));

    public void Dispose()
    {
        Xml.Dispose();
        _stream.Dispose();
    }

    /// <summary>Readers keep every name they meet; millions of invented ones would fill the memory.</summary>
    private sealed class BoundedNames(string part) : NameTable
    {
        private const int MostNames = 20_000;

        private int _names;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? AddNew(new string(key, start, len));

        private string AddNew(string name) =>
            ++_names <= MostNames ? base.Add(name) : throw new UnreadableWorkbookException(new Damaged(part));
    }
}
