/**
  Files that everybody may read, in a bucket: a name of the operator's own leads to it, so that files keep their addresses
  wherever they are stored.
*/
types: {
  /**
    The option `mediaDomain`, by default `media.` before the option `domain`; `when` is its `visibleWhen`.
  */
  domain =
    when: texts:
    {
      name = "mediaDomain";
      type = types.domain;
      visibleWhen = when;
      defaultFrom = [
        "media."
        { option = [ "domain" ]; }
      ];
      immutable = true;
    }
    // texts;

  /**
    What is asked for: a public bucket and the name that leads to it.
      needed  whether files are in a bucket
      bucket  the name of the bucket, its quota, and whatever else it asks
  */
  requirements =
    { needed, bucket }:
    options: {
      media.s3-bucket =
        if needed then
          {
            website = true;
            alias = options.mediaDomain;
            cors = [ { } ];
          }
          // bucket
        else
          null;
      mediaName.dns-name =
        if needed then
          {
            name = options.mediaDomain;
            alias = import ./pointer.nix "media" "webHost";
          }
        else
          null;
    };
}
