<resource schema="radio" resdir="radio">
  <meta>
    creationDate: 2026-11-01T10:00:00Z
    title: Test catalogue of radio sources
    description: Made-up radio sources with awkward names and positions.
    subject: radio-sources
    creator: Test, A.
    contentLevel: Research
    type: Catalog
    coverage.waveband: Radio
  </meta>
  <table id="sources" onDisk="True" mixin="//scs#q3cindex" adql="True" primary="id">
    <stc>Position ICRS "ra" "dec"</stc>
    <column name="id" type="text" ucd="meta.id;meta.main" description="identifier" verbLevel="1"/>
    <column name="name" type="unicode" ucd="meta.id" description="source name" verbLevel="1"/>
    <column name="ra" type="double precision" unit="deg" ucd="pos.eq.ra;meta.main" description="ICRS RA" verbLevel="1"/>
    <column name="dec" type="double precision" unit="deg" ucd="pos.eq.dec;meta.main" description="ICRS Dec" verbLevel="1"/>
    <column name="flux_5ghz" type="real" unit="Jy" ucd="phot.flux.density;em.radio.3-6GHz" description="flux density at 5 GHz" verbLevel="5"/>
    <column name="e_flux" type="real" unit="Jy" ucd="stat.error;phot.flux.density" description="error of flux_5ghz" verbLevel="15"/>
    <column name="spindex" type="real" ucd="spect.index" description="spectral index" verbLevel="25"/>
    <column name="n_obs" type="smallint" ucd="meta.number;obs" description="number of observations" verbLevel="25">
      <values nullLiteral="-1"/></column>
  </table>
  <data id="import">
    <sources>data/sources.csv</sources>
    <csvGrammar enc="utf-8"/>
    <make table="sources"><rowmaker idmaps="*">
      <LOOP listItems="flux_5ghz e_flux spindex"><events>
        <map key="\item">parseWithNull(@\item, float, "")</map>
      </events></LOOP>
    </rowmaker></make>
  </data>
  <service id="cone" allowed="scs.xml,form">
    <meta name="shortName">radio cone</meta>
    <meta name="testQuery"><meta name="ra">49.95</meta><meta name="dec">41.51</meta><meta name="sr">0.1</meta></meta>
    <publish render="scs.xml" sets="ivo_managed"/>
    <scsCore queriedTable="sources"><FEED source="//scs#coreDescs"/>
      <condDesc buildFrom="flux_5ghz"/></scsCore>
  </service>
  <service id="private" allowed="scs.xml" limitTo="evnpi">
    <meta name="shortName">private cone</meta>
    <meta name="title">Password-protected cone search</meta>
    <scsCore queriedTable="sources"><FEED source="//scs#coreDescs"/></scsCore>
  </service>
</resource>
